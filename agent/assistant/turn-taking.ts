/**
 * Whose words want an answer. Every final line goes through here; what comes out are requests, each with the
 * person and the line that it came from. Times are milliseconds of the meeting's clock.
 */
import { type LineRef, longestPushMs } from '../../lib/assistant-messages.ts';
import type { Persona } from '../../lib/messages.ts';
import { courtesyOf } from './addressing/courtesies.ts';
import { isForSomeoneElse } from './addressing/for-someone-else.ts';
import { type Address, readAddress } from './addressing/read-address.ts';
import { continuesRequest, isRequest, trailsOff } from './addressing/speech-acts.ts';
import { wordsOf } from './addressing/words.ts';

/** One final line as this needs it. */
export interface Utterance {
  ref: LineRef;
  /** LiveKit identity of the speaker. */
  speaker: string;
  text: string;
  startMs: number;
  endMs: number;
}

/** What the meeting is like when a line is heard. */
export interface Situation {
  /** Name of the persona. */
  name: string;
  mode: Persona['mode'];
  /** Names of the people in the room. */
  people: readonly string[];
}

export type Turn =
  | { kind: 'request'; speaker: string; request: string; cause: LineRef }
  /** The rest of the speaker's request that was just given; `request` is all of it. */
  | { kind: 'amendment'; speaker: string; request: string; cause: LineRef }
  /** The name was called and nothing followed. */
  | { kind: 'call'; speaker: string; cause: LineRef }
  /** The speaker wants it to be quiet. */
  | { kind: 'stop'; speaker: string };

export interface TurnTaking {
  hear(line: Utterance, situation: Situation): Turn | null;
  /** The person is in the middle of saying something: what waits for them waits on. */
  speaking(speaker: string, nowMs: number): void;
  /** Push-to-ask, pressed and let go. */
  push(speaker: string, active: boolean, nowMs: number): void;
  /** An answer to the person has ended; `asksBack` when it ended in a question. */
  answered(speaker: string, asksBack: boolean, nowMs: number): void;
  /** Turns for which no more words came in time. Ask a few times a second. */
  due(nowMs: number): Turn[];
  /** The person is gone: nothing of theirs is waited for. */
  left(speaker: string): void;
  /** Off the record: nothing that was said before counts any more. */
  clear(): void;
}

/** Follow-ups of the same person need no name for so long. */
const followUpMs = 20_000;
/** How long the words after a bare name, and after a request that breaks off, may take to begin. */
const afterNameMs = 4_000;
const afterBreakMs = 2_500;
/** A piece that is added to a finished request follows at once. */
const amendMs = 1_500;
/** Time for speech-to-text between the last word and its line, and for somebody who pushes before speaking. */
const pushedMs = 5_000;
const finalTextMs = 2_000;
/** The page ends a push by then; one that is not ended lost its page, or the word of its release. */
const abandonedPushMs = longestPushMs + 5_000;

interface Pending {
  request: string;
  cause: LineRef;
  endMs: number;
  untilMs: number;
}

interface Push {
  parts: string[];
  cause: LineRef | null;
  /** Null while the button is down. */
  releasedMs: number | null;
  untilMs: number;
}

export function createTurnTaking(): TurnTaking {
  const pending = new Map<string, Pending>();
  const pushes = new Map<string, Push>();
  const given = new Map<string, { request: string; cause: LineRef; endMs: number }>();
  let floor: { speaker: string; untilMs: number; asksBack: boolean } | null = null;

  const give = (line: Utterance, request: string, cause: LineRef): Turn | null => {
    pending.delete(line.speaker);
    if (trailsOff(wordsOf(request))) {
      pending.set(line.speaker, { request, cause, endMs: line.endMs, untilMs: line.endMs + afterBreakMs });
      return null;
    }
    given.set(line.speaker, { request, cause, endMs: line.endMs });
    return { kind: 'request', speaker: line.speaker, request, cause };
  };

  const take = (line: Utterance, address: Address): Turn | null => {
    switch (address.kind) {
      case 'request':
        return give(line, address.request, line.ref);
      case 'called':
        pending.set(line.speaker, {
          request: '',
          cause: line.ref,
          endMs: line.endMs,
          untilMs: line.endMs + afterNameMs,
        });
        return null;
      case 'stop':
        pending.delete(line.speaker);
        floor = null;
        return { kind: 'stop', speaker: line.speaker };
      case 'thanks':
        floor = null;
        return null;
      case 'none':
        return null;
      default:
        return address satisfies never;
    }
  };

  const hearPushed = (line: Utterance, push: Push, { name, people }: Situation): Turn | null => {
    const address = readAddress(line.text, { name, people });
    push.parts.push(address.kind === 'request' ? address.request : line.text);
    push.cause ??= line.ref;
    if (push.releasedMs === null) return null;
    pushes.delete(line.speaker);
    return give(line, push.parts.join(' '), push.cause);
  };

  const hearRest = (line: Utterance, before: Pending, { people }: Situation): Turn | null => {
    pending.delete(line.speaker);
    if (isForSomeoneElse(line.text, people)) return null;
    const courtesy = courtesyOf(line.text);
    if (courtesy) return take(line, { kind: courtesy });
    return give(line, `${before.request} ${line.text}`.trim(), before.cause);
  };

  const hearUnnamed = (line: Utterance, { mode, people }: Situation): Turn | null => {
    const courtesy = courtesyOf(line.text);
    const before = given.get(line.speaker);
    const mine = floor?.speaker === line.speaker && line.startMs <= floor.untilMs ? floor : null;
    const alone = mode === 'conversational' && people.length === 1;
    if (courtesy && (mine || alone)) return take(line, { kind: courtesy });
    if (courtesy || isForSomeoneElse(line.text, people)) return null;
    const words = wordsOf(line.text);
    if (before && line.startMs - before.endMs <= amendMs && continuesRequest(words)) {
      const request = `${before.request} ${line.text}`;
      given.set(line.speaker, { ...before, request, endMs: line.endMs });
      return { kind: 'amendment', speaker: line.speaker, request, cause: before.cause };
    }
    if (alone || mine?.asksBack || (mine && isRequest(words, line.text)))
      return give(line, line.text, line.ref);
    return null;
  };

  return {
    hear(line, situation) {
      const { name, people } = situation;
      // Whoever else says more than "mm-hm" has the floor.
      if (floor && floor.speaker !== line.speaker && wordsOf(line.text).length > 2) floor = null;
      const push = pushes.get(line.speaker);
      if (push && line.startMs <= push.untilMs) return hearPushed(line, push, situation);
      const address = readAddress(line.text, { name, people });
      if (address.kind !== 'none') return take(line, address);
      const before = pending.get(line.speaker);
      if (before && line.startMs <= before.untilMs) return hearRest(line, before, situation);
      return hearUnnamed(line, situation);
    },
    speaking(speaker, nowMs) {
      const before = pending.get(speaker);
      if (before) before.untilMs = Math.max(before.untilMs, nowMs + afterBreakMs);
      const push = pushes.get(speaker);
      if (push?.releasedMs) push.untilMs = Math.max(push.untilMs, nowMs + finalTextMs);
    },
    push(speaker, active, nowMs) {
      const push = pushes.get(speaker);
      if (active) {
        pushes.set(speaker, { parts: [], cause: null, releasedMs: null, untilMs: nowMs + abandonedPushMs });
      } else if (push)
        Object.assign(push, { releasedMs: nowMs, untilMs: nowMs + (push.cause ? finalTextMs : pushedMs) });
    },
    answered(speaker, asksBack, nowMs) {
      floor = { speaker, asksBack, untilMs: nowMs + followUpMs };
    },
    due(nowMs) {
      const turns: Turn[] = [];
      for (const [speaker, { request, cause, untilMs }] of pending) {
        // The line of words that began in time may still be on its way.
        if (nowMs < untilMs + finalTextMs) continue;
        pending.delete(speaker);
        turns.push(
          request === '' ? { kind: 'call', speaker, cause } : { kind: 'request', speaker, request, cause },
        );
      }
      for (const [speaker, { parts, cause, untilMs }] of pushes) {
        if (nowMs < untilMs) continue;
        pushes.delete(speaker);
        if (cause) turns.push({ kind: 'request', speaker, request: parts.join(' '), cause });
      }
      return turns;
    },
    left(speaker) {
      pending.delete(speaker);
      pushes.delete(speaker);
      if (floor?.speaker === speaker) floor = null;
    },
    clear() {
      pending.clear();
      pushes.clear();
      given.clear();
      floor = null;
    },
  };
}
