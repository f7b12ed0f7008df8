/**
 * Tells the AI participant's own voice, come back through somebody's loudspeaker and microphone, from what that
 * person says. Pure: by the words and their time, since the same words said later are a person's own.
 */

/** Room, network and speech-to-text make the echo late by this much at most. */
const lateMs = 2_000;
/** Speech-to-text mishears an echo; with so many of its words found in what was said, it is one. */
const sharedWords = 0.6;
/** So many words in a row that were not said are a person's, whatever is around them. */
const ownWords = 3;
/** Up to so many words, all have to be found, side by side: a short answer is quickly contained in a long text. */
const shortWords = 2;
/** What was said longer ago echoes no more. */
const keptUtterances = 4;

export interface Heard {
  text: string;
  startMs: number;
  endMs: number;
}

export interface EchoMemory {
  /** All that is spoken of an utterance so far; a further call with the same id replaces its text. */
  speak(id: string, text: string, startMs: number): void;
  /** The utterance was over at `endMs`; until then it counts as going on. */
  finish(id: string, endMs: number): void;
  isEcho(heard: Heard): boolean;
}

interface Utterance {
  id: string;
  words: string[];
  startMs: number;
  endMs: number;
}

export function createEchoMemory(): EchoMemory {
  let utterances: Utterance[] = [];
  return {
    speak(id, text, startMs) {
      const known = utterances.find((utterance) => utterance.id === id);
      if (known) known.words = wordsOf(text);
      else utterances = [...utterances, { id, words: wordsOf(text), startMs, endMs: Infinity }];
      utterances = utterances.slice(-keptUtterances);
    },
    finish(id, endMs) {
      for (const utterance of utterances) if (utterance.id === id) utterance.endMs = endMs;
    },
    isEcho({ text, startMs, endMs }) {
      const near = utterances.filter((said) => startMs < said.endMs + lateMs && endMs > said.startMs);
      return (
        near.length > 0 &&
        soundsLike(
          wordsOf(text),
          near.flatMap(({ words }) => words),
        )
      );
    },
  };
}

function soundsLike(heard: string[], said: string[]): boolean {
  if (heard.length === 0) return false;
  if (heard.length <= shortWords) return ` ${said.join(' ')} `.includes(` ${heard.join(' ')} `);
  const shared = findShared(heard, said);
  const longestOwn = shared.reduce(
    ({ run, longest }, isShared) => ({
      run: isShared ? 0 : run + 1,
      longest: Math.max(longest, isShared ? 0 : run + 1),
    }),
    { run: 0, longest: 0 },
  ).longest;
  const share = shared.filter(Boolean).length / heard.length;
  return share >= sharedWords && longestOwn < ownWords;
}

/** For each word that was heard: whether it is in the longest common subsequence with what was said. */
function findShared(heard: string[], said: string[]): boolean[] {
  const table = Array.from({ length: heard.length + 1 }, () => new Array<number>(said.length + 1).fill(0));
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = heard.length - 1; i >= 0; i--) {
    for (let j = said.length - 1; j >= 0; j--) {
      const row = table[i] as number[];
      row[j] = heard[i] === said[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const shared = new Array<boolean>(heard.length).fill(false);
  for (let i = 0, j = 0; i < heard.length && j < said.length; ) {
    if (heard[i] === said[j]) {
      shared[i] = true;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return shared;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? [];
}
