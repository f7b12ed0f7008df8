/** Questions that mean something only with the one before: "And when?", "Why did she say that?". */
const pointing =
  /\b(?:it|its|that|this|they|them|their|those|these|he|him|his|she|her|hers|there|then|one|ones|both|so|else|same)\b/i;
const continuing =
  /^(?:and|but|or|also|what about|how about|why|when|who|where|how (?:much|many|long|come)|really|since when|until when|by whom|for whom|what else)\b/i;
/** A question with more words says itself what it is about. */
const fewWords = 5;

/** The question with those that it refers back to: what is looked for. */
export function withWhatItMeans(question: string, before: readonly { question: string }[]): string {
  const parts = [question];
  for (const { question: earlier } of before.toReversed()) {
    if (!refersBack(parts[0] ?? '')) break;
    parts.unshift(earlier);
  }
  return parts.join(' ');
}

function refersBack(question: string): boolean {
  const words = question.match(/\p{L}+/gu)?.length ?? 0;
  return pointing.test(question) || (continuing.test(question) && words <= fewWords) || words <= 2;
}
