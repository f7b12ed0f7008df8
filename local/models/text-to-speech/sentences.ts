/** Longest text that the voice gets at once: longer ones start late and lose their melody. */
const maxCharacters = 220;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Text cut into sentences, and long sentences at commas or blanks; nothing is lost but white space. */
export function splitSentences(text: string): string[] {
  return [...segmenter.segment(text)].flatMap(({ segment }) => splitLong(segment.trim())).filter(Boolean);
}

function splitLong(sentence: string): string[] {
  if (sentence.length <= maxCharacters) return [sentence];
  const head = sentence.slice(0, maxCharacters);
  const comma = head.lastIndexOf(', ');
  const blank = head.lastIndexOf(' ');
  const cut = comma > maxCharacters / 3 ? comma + 1 : blank > 0 ? blank : maxCharacters;
  return [sentence.slice(0, cut).trimEnd(), ...splitLong(sentence.slice(cut).trimStart())];
}
