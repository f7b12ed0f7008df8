/** What happens in one turn of the AI participant, told while it happens, and what it comes to. */
import type { Ending, ReplyFailure, ReplyOutcome, Usage } from './voice.ts';

export interface Turn {
  readonly id: string;
  readonly aloud: boolean;
  /** Models and speech report here. */
  note(event: TurnEvent): void;
  /** Somebody stopped it: what comes later does not count. */
  stop(): void;
  readonly isStopped: boolean;
  /** Aborts when it is stopped. */
  readonly stopped: AbortSignal;
  /** The sentences that were given to speech so far. */
  readonly sentences: readonly string[];
  readonly speechFailed: boolean;
  /** `heard` are the words that came out of the loudspeakers. */
  outcome(heard: string): ReplyOutcome;
}

export type TurnEvent =
  | { type: 'text'; piece: string }
  | { type: 'tool-call'; name: string; known: boolean }
  | { type: 'usage'; usage: Usage }
  | { type: 'model-failed' }
  | { type: 'model-silent' }
  /** A sentence is about to be spoken. */
  | { type: 'sentence'; text: string }
  | { type: 'speech-failed' };

interface TurnOptions {
  id: string;
  aloud: boolean;
  onText?: (piece: string) => void;
  onUnknownTool?: (name: string) => void;
}

export function createTurn({ id, aloud, onText, onUnknownTool }: TurnOptions): Turn {
  const sentences: string[] = [];
  const usage: Usage = { promptTokens: 0, completionTokens: 0 };
  let text = '';
  let calledTool = false;
  let failure: ReplyFailure | null = null;
  const stopped = new AbortController();
  let speechFailed = false;

  const note = (event: TurnEvent) => {
    switch (event.type) {
      case 'text':
        text += event.piece;
        onText?.(event.piece);
        return;
      case 'tool-call':
        calledTool = true;
        if (!event.known) onUnknownTool?.(event.name);
        return;
      case 'usage':
        usage.promptTokens += event.usage.promptTokens;
        usage.completionTokens += event.usage.completionTokens;
        return;
      case 'model-failed':
        failure ??= 'model';
        return;
      case 'model-silent':
        failure ??= 'silence';
        return;
      case 'sentence':
        sentences.push(event.text);
        return;
      case 'speech-failed':
        speechFailed = true;
        return;
      default:
        event satisfies never;
    }
  };

  return {
    id,
    aloud,
    sentences,
    note(event) {
      if (!stopped.signal.aborted) note(event);
    },
    stop() {
      stopped.abort();
    },
    get isStopped() {
      return stopped.signal.aborted;
    },
    stopped: stopped.signal,
    get speechFailed() {
      return speechFailed;
    },
    outcome(heard) {
      // A tool alone is an answer: what it did is told elsewhere.
      const isStopped = stopped.signal.aborted;
      const empty = text.trim() === '' && !calledTool;
      const why = failure ?? (empty && !isStopped ? 'nonsense' : null);
      const ending: Ending = why ? 'failed' : isStopped ? 'interrupted' : 'finished';
      return { ending, failure: why, text: text.trim(), spokenText: heard, speechFailed, usage };
    },
  };
}
