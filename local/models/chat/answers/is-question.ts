const questionStart =
  /^(?:(?:so|and|but|okay|well|then|now|also|one more thing|last question)[,.]? )*(?:what|when|where|who|whom|whose|which|why|how|should we|shall we|can (?:you|we|i)|could (?:you|we)|will you|would you|do (?:we|you|they)|does|did|is|are there|are we|have (?:we|you)|has|any questions)\b/i;

/** Ends with a question. */
export function isQuestion(text: string): boolean {
  const last = sentencesOf(text).at(-1) ?? '';
  return last.endsWith('?') || (questionStart.test(last) && !/[.!]$/.test(last));
}

/** The sentences that are no questions. */
export function statementOf(text: string): string {
  return sentencesOf(text)
    .filter((sentence) => !isQuestion(sentence))
    .join(' ');
}

const sentencesOf = (text: string) => text.trim().split(/(?<=[.!?])\s+/);
