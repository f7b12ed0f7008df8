/**
 * How much two words sound alike, for names that speech-to-text has misheard. Spelling is reduced to the sounds
 * that an English ear keeps, then compared by edit distance with cheap swaps between neighbouring sounds.
 */

/** Applied in order to plain letters (`plainLetters`). */
const reductions: readonly [RegExp, string][] = [
  [/^kn|^gn|^pn/, 'n'],
  [/^wr|^rh/, 'r'],
  [/^wh/, 'w'],
  [/^ps/, 's'],
  [/ph/g, 'f'],
  [/gh(?=[aeiouy])/g, 'g'],
  [/gh/g, ''],
  [/tch|ch/g, 'C'],
  [/sh|ti(?=o)/g, 'S'],
  [/th/g, 'T'],
  [/ck|q(?:u(?=[aeiou]))?/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/j|dg(?=e)/g, 'J'],
  // "nover", "novar", "novah" and "nova" end in the same sound.
  [/(?:er|ar|or|ur|ir|ah|uh|ough|a)$/, 'a'],
  [/(?<=[^aeiouy])e$/, ''],
  [/(?<=[aeiou])[hw](?=[^aeiou]|$)/g, ''],
  [/[yi]e?$/, 'i'],
  [/ee|ea|ie|y/g, 'i'],
  [/oo|ou/g, 'u'],
  [/(.)\1+/g, '$1'],
];

/** The sounds of a word, one character each. */
export function soundOf(plain: string): string {
  return reductions.reduce((sound, [pattern, by]) => sound.replace(pattern, by), plain);
}

const vowels = new Set('aeiou');
const neighbours = ['bpv', 'fv', 'dtT', 'gk', 'sS', 'SCJ', 'mn', 'lr'];

function swapCost(a: string, b: string): number {
  if (a === b) return 0;
  if (vowels.has(a) && vowels.has(b)) return 0.5;
  return neighbours.some((group) => group.includes(a) && group.includes(b)) ? 0.5 : 1;
}

const dropCost = (sound: string) => (vowels.has(sound) ? 0.6 : 1);

/** Weighted edit distance of two sounds, in sounds. */
export function soundDistance(a: string, b: string): number {
  let row = [0];
  for (const each of b) row.push((row.at(-1) ?? 0) + dropCost(each));
  for (const left of a) {
    const next = [(row[0] ?? 0) + dropCost(left)];
    for (const [j, right] of [...b].entries()) {
      next.push(
        Math.min(
          (row[j] ?? 0) + swapCost(left, right),
          (row[j + 1] ?? 0) + dropCost(left),
          (next[j] ?? 0) + dropCost(right),
        ),
      );
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
