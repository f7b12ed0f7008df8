/** Invented talk whose words are as often as English ones: the n-th most frequent is said 1/n as often as the first. */
import { createRandom } from '../../e2e/rehearsal/random.ts';

/** The most frequent words of spoken English, roughly in order. */
const frequent =
  `the i you and it a to that of we in is what they this for so have be do on not are with but if can just know like was
  there think one will all at he or about would then from up as when our my because out me time go get your people how make
  here really need good right some other more which who their them take want say look could should next work very now come
  see give week two day team today back thing year first also meeting plan only way who why where last way new after most
  start long still month number question done point call talk report price project customer budget release design test
  march friday launch office report contract server data market sales product order number hire train phone page`
    .split(/\s+/)
    .filter((word, index, all) => all.indexOf(word) === index);
const syllables = 'ba co da fe gi ho ja ku la me ni po ra se ti vu wo xa ze tor ven lin mar dek sol'.split(
  ' ',
);
/** Different words of the whole archive: names and terms of a trade make up most of them. */
const vocabularySize = 40_000;

export interface Talk {
  /** One line of 4 to 22 words. */
  line(): string;
  /** The word that is as rare as this: 0 is the most frequent. */
  word(rank: number): string;
}

export function createTalk(seed: number): Talk {
  const random = createRandom(seed);
  const bounds = zipfBounds(vocabularySize);
  const total = bounds.at(-1) ?? 1;
  const word = (rank: number) => frequent[rank] ?? inventWord(rank);
  const draw = () => {
    const at = random() * total;
    let low = 0;
    let high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((bounds[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return word(low);
  };
  return {
    word,
    line() {
      const words = Array.from({ length: 4 + Math.floor(random() * 19) }, draw);
      const text = words.join(' ');
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    },
  };
}

function zipfBounds(size: number): Float64Array {
  const bounds = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank += 1) {
    sum += 1 / (rank + 1);
    bounds[rank] = sum;
  }
  return bounds;
}

function inventWord(rank: number): string {
  let word = '';
  for (let left = rank; left > 0; left = Math.floor(left / syllables.length)) {
    word += syllables[left % syllables.length];
  }
  return `${word}${rank % 3 === 0 ? 's' : ''}`;
}
