/**
 * Finds what makes text look like other text: controls that turn its direction, characters without a width, and
 * letters of one alphabet in the words of another. After Unicode TR 36 and TR 39, for what a person must approve.
 */

/** A stretch of the text; the texts of all pieces, one after the other, are the text again. */
export interface TextPiece {
  kind: 'plain' | 'hidden' | 'lookalike';
  text: string;
  /** What a reader should know about it; empty for plain text. */
  note: string;
}

const names: Record<number, string> = {
  173: 'soft hyphen',
  847: 'grapheme joiner',
  1564: 'Arabic letter mark',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'end of direction',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8288: 'word joiner',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'end of isolate',
  65279: 'zero-width no-break space',
};

// Format characters, controls other than line break and tab, fillers that look like nothing, variation selectors.
const hidden =
  /[\p{Cf}\p{Cc}\p{Cs}\p{Co}\u2028\u2029\u3164\uffa0]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]|\u034f|\u115f|\u1160|\u17b4|\u17b5/u;
// What holds an emoji together is no trick: joiners and selectors within one.
const emoji =
  /(?:\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)*|\p{Emoji_Presentation}|[#*\d]\ufe0f\u20e3/uy;
const addressLike = /[^\s<>()"',;]*(?:@|[\p{L}\p{N}]\.[\p{L}]{2,})[^\s<>()"',;]*/uy;
const word = /[\p{L}\p{M}\p{N}]+/uy;

/** The alphabets whose letters are taken for each other's. */
const alphabets = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
] as const;

export function inspectText(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  while (at < text.length) {
    const picture = matchAt(emoji, text, at);
    const token =
      picture ?? matchAt(addressLike, text, at) ?? matchAt(word, text, at) ?? characterAt(text, at);
    for (const piece of picture ? [plain(token)] : inspectWord(token)) push(pieces, piece);
    at += token.length;
  }
  return pieces;
}

/** True when something in it is not what it looks like. */
export function isSuspicious(text: string): boolean {
  return inspectText(text).some((piece) => piece.kind !== 'plain');
}

/** The text without its hidden characters; look-alikes stay, since nobody knows what was meant. */
export function removeHidden(text: string): string {
  return inspectText(text)
    .filter((piece) => piece.kind !== 'hidden')
    .map((piece) => piece.text)
    .join('');
}

function inspectWord(text: string): TextPiece[] {
  const main = mainAlphabet(text);
  return [...text].map((character) => {
    const piece = inspectCharacter(character);
    if (piece.kind !== 'plain') return piece;
    const alphabet = alphabetOf(character);
    if (!main || !alphabet || alphabet === main) return piece;
    return { kind: 'lookalike', text: character, note: `${alphabet} letter in a ${main} word` };
  });
}

function inspectCharacter(character: string): TextPiece {
  if (character === '\n' || character === '\t' || character === '\r') return plain(character);
  if (hidden.test(character)) {
    return { kind: 'hidden', text: character, note: `${nameOf(character)}, cannot be seen` };
  }
  const folded = character.normalize('NFKC');
  if (folded !== character && /^[!-~]+$/.test(folded) && !/[ªº¹²³⁰-₉½¼¾…™℠№]/u.test(character)) {
    return { kind: 'lookalike', text: character, note: `looks like ${folded}` };
  }
  return plain(character);
}

/** The alphabet of most letters, Latin among equals; null when the word keeps to one. */
function mainAlphabet(text: string): string | null {
  const counts = alphabets
    .map(([name, pattern]) => ({ name, count: [...text].filter((each) => pattern.test(each)).length }))
    .filter(({ count }) => count > 0);
  if (counts.length < 2) return null;
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).name;
}

function alphabetOf(character: string): string | null {
  return alphabets.find(([, pattern]) => pattern.test(character))?.[0] ?? null;
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const name = names[code];
  return name ? `${hex} ${name}` : hex;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function plain(text: string): TextPiece {
  return { kind: 'plain', text, note: '' };
}

/** Joins what is of the same kind, so that ordinary text is one piece. */
function push(pieces: TextPiece[], piece: TextPiece): void {
  const last = pieces.at(-1);
  if (last && last.kind === piece.kind && last.note === piece.note) last.text += piece.text;
  else pieces.push({ ...piece });
}
