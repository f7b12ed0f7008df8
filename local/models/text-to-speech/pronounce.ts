/** Text to sounds: the dictionary first, the spelling network for what it lacks, letters for initialisms. */

/** A sound in the notation of the voice, with the stress of its vowel: 0 is none (consonants), 1 to 3. */
export interface Sound {
  phone: string;
  tone: number;
}

export interface Pronunciation {
  /** ARPAbet sounds of an upper-case word, or undefined. */
  lookUp(word: string): readonly string[] | undefined;
  guess(word: string): string[];
}

const letterNames: Record<string, string> = {
  A: 'ay',
  B: 'bee',
  C: 'see',
  D: 'dee',
  E: 'ee',
  F: 'ef',
  G: 'jee',
  H: 'aitch',
  I: 'eye',
  J: 'jay',
  K: 'kay',
  L: 'el',
  M: 'em',
  N: 'en',
  O: 'oh',
  P: 'pee',
  Q: 'cue',
  R: 'ar',
  S: 'ess',
  T: 'tee',
  U: 'you',
  V: 'vee',
  W: 'double you',
  X: 'ex',
  Y: 'why',
  Z: 'zee',
};
const silence: Sound = { phone: '_', tone: 0 };

/** Sounds of spoken text (see `spokenText`), with silence at both ends. */
export function pronounce(text: string, { lookUp, guess }: Pronunciation): Sound[] {
  const sounds = spellInitialisms(text)
    .split(/[\s-]+/)
    .flatMap((word) => {
      const [, core = '', tail = ''] = /^[^a-z]*([a-z']*)(.*)$/i.exec(word) ?? [];
      const spelled = core.replace(/^'+|'+$/g, '');
      const arpabet = spelled === '' ? [] : (lookUp(spelled.toUpperCase()) ?? guess(spelled.toLowerCase()));
      return [
        ...arpabet.map(toSound),
        ...[...tail].filter((c) => '.,!?'.includes(c)).map((phone) => ({ phone, tone: 0 })),
      ];
    });
  return [silence, ...sounds, silence];
}

/** FBI -> `ef bee eye`; a word in capitals among others in capitals is shouted, not spelled. */
function spellInitialisms(text: string): string {
  if (text.length > 5 && text === text.toUpperCase()) return text.toLowerCase();
  return text.replace(/\b[A-Z]{2,5}(?=s?\b)/g, (letters) =>
    [...letters].map((letter) => letterNames[letter] ?? letter).join(' '),
  );
}

function toSound(arpabet: string): Sound {
  const stress = /\d$/.exec(arpabet)?.[0];
  const phone = arpabet.replace(/\d$/, '').toLowerCase();
  // The voice has both; it was trained with the capital one for English.
  return { phone: phone === 'v' ? 'V' : phone, tone: stress === undefined ? 0 : Number(stress) + 1 };
}
