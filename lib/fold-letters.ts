/** Letters that Unicode does not take apart into a base letter and a mark. */
const whole: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Lower case without marks: "Zoë" and "zoe", "Łukasz" and "lukasz" are the same name. */
export function foldLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøßæœđðþı]/g, (letter) => whole[letter] ?? letter);
}
