/**
 * Letters of other alphabets that look like Latin ones in common fonts (from Unicode's confusables.txt, UTS 39:
 * what is left of Cyrillic, Greek and Armenian after lower-casing and NFKC).
 */
const lookAlikes: Record<string, string> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  н: 'h',
  і: 'i',
  ӏ: 'l',
  ј: 'j',
  к: 'k',
  м: 'm',
  п: 'n',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  ц: 'u',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  μ: 'm',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ζ: 'z',
  γ: 'y',
  օ: 'o',
  ո: 'n',
  ս: 'u',
  հ: 'h',
  ց: 'g',
  զ: 'q',
  ı: 'i',
  ɑ: 'a',
  ɡ: 'g',
};

// Controls, marks of writing direction, soft hyphens, tags, fillers: nothing of it is seen.
const invisible = /[\p{C}\u115f\u1160\u3164\uffa0]/gu;

/**
 * A name as an eye takes it, for comparison only: invisible characters gone, styled and full-width letters plain,
 * accents off, look-alike letters Latin, lower case, single spaces.
 */
export function asSeen(name: string): string {
  return name
    .toWellFormed()
    .normalize('NFKD')
    .replace(invisible, '')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\0-\u007f]/gu, (letter) => lookAlikes[letter] ?? letter)
    .replace(/[\s_.\-‐-―'’]+/gu, ' ')
    .trim();
}
