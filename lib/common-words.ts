/**
 * The most frequent words of spoken English, as `wordsOf` cuts them ("don't" is two). An index over words narrows next
 * to nothing by one of them: each is in every tenth to every third line. The migration `search_pairs` has the same
 * list: whoever changes it writes the pairs of all entries again.
 */
const common = new Set(
  `the i you and it a to that of we in is what they this for so have be do on not are with but if can just know like was
  there think one will all at he or about would then from up as when our my because out me time go get your people how make
  here really need good right some other more which who their them take want say look could should very now come see don t s
  m re ll ve no yes yeah okay well got had has were been she him her his by an mean going did things`.split(
    /\s+/,
  ),
);

export const isCommonWord = (word: string): boolean => common.has(word);
