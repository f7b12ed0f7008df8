/**
 * Sentences that Whisper models are known to write where nobody speaks: they stood under films that it learned from
 * (arxiv.org/abs/2501.11378 lists the most frequent). Dropped only where hardly anything was loud.
 */
const inventions = new Set([
  'thank you',
  'thank you very much',
  'thanks for watching',
  'thank you for watching',
  'thanks for watching bye',
  'thank you so much for watching',
  'please subscribe',
  'please subscribe to my channel',
  'subscribe',
  'like and subscribe',
  'bye',
  'bye bye',
  'you',
  'so',
  'oh',
  'the end',
  'well see you next time',
  'i will see you in the next video',
  'subtitles by the amara org community',
  'transcription by castingwords',
]);

export function isUsualInvention(text: string): boolean {
  const plain = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain === '' || inventions.has(plain);
}
