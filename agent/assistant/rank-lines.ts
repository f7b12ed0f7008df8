/** Finds lines about something by their words: BM25 (Robertson and Zaragoza, 2009) with its usual constants. */

const saturation = 1.2;
const lengthShare = 0.75;

/** Words that say nothing about what a line is about. */
const empty = new Set(
  `a about after again all also am an and any are as at be been before being but by can could did do does done for from
  had has have he her here him his how i if in into is it its just let me more my no nor not now of on or our out please
  say said she should so some than that the their them then there these they this those to up us was we were what when
  where which who whom whose why will with would you your yes ok okay tell decide decided`.split(/\s+/),
);

/** What a text is about: lower case, without endings that English adds. */
export function termsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length > 1 && !empty.has(word)).map(stem);
}

/** Lines that share words with the query, best first; lines that share none are left out. */
export function rankLines<L extends { text: string }>(lines: readonly L[], query: string): L[] {
  const wanted = new Set(termsOf(query));
  if (wanted.size === 0 || lines.length === 0) return [];
  const documents = lines.map((line) => ({ line, terms: termsOf(line.text) }));
  const averageLength = documents.reduce((sum, { terms }) => sum + terms.length, 0) / documents.length || 1;
  const rarity = new Map(
    [...wanted].map((term) => {
      const having = documents.filter(({ terms }) => terms.includes(term)).length;
      return [term, Math.log(1 + (documents.length - having + 0.5) / (having + 0.5))];
    }),
  );
  return documents
    .map(({ line, terms }) => {
      const norm = saturation * (1 - lengthShare + (lengthShare * terms.length) / averageLength);
      const score = [...rarity].reduce((sum, [term, weight]) => {
        const count = terms.filter((each) => each === term).length;
        return sum + (weight * count * (saturation + 1)) / (count + norm);
      }, 0);
      return { line, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ line }) => line);
}

function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s)$/, '') : word;
}
