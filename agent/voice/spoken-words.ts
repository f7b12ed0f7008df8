/** One sentence on the time line of an utterance; samples count from the utterance's first one. */
export interface SpokenSentence {
  text: string;
  startSample: number;
  endSample: number;
}

/** A word counts as heard when more than this share of it was: people understand it by then. */
const heardShare = 0.5;

/**
 * The words that were heard when `position` samples had been played, cut between words. Inside a sentence the
 * words are taken to be as long as their letters are many.
 */
export function spokenWords(sentences: readonly SpokenSentence[], position: number): string {
  return sentences
    .flatMap(({ text, startSample, endSample }) => {
      if (position >= endSample) return [text];
      const share = (position - startSample) / (endSample - startSample);
      return share <= 0 ? [] : [headOf(text, share)];
    })
    .filter((text) => text !== '')
    .join(' ');
}

function headOf(text: string, share: number): string {
  const reached = share * text.length;
  const words = [...text.matchAll(/\S+/g)];
  const heard = words.filter(({ 0: word, index }) => index + word.length * heardShare < reached);
  return heard.map(([word]) => word).join(' ');
}
