/** A voice for tests: one thing at a time like the real one; a function stands in for the model. */
import { llm } from '@livekit/agents';
import { withoutCitations } from '../../../lib/assistant-brief.ts';
import type { ReplyOutcome, ReplyRequest, Voice, VoiceState } from '../../voice/voice.ts';

/** Calls a tool as a model would and gives what the model is told. */
export type CallTool = (name: string, args: Record<string, unknown>) => Promise<unknown>;
export type Think = (request: ReplyRequest, call: CallTool) => string | Promise<string>;

export interface FakeVoice extends Voice {
  /** Everything that was heard in the room, in order. */
  readonly heard: string[];
}

export function createFakeVoice(think: Think): FakeVoice {
  const heard: string[] = [];
  let state: VoiceState = 'idle';
  let last: Promise<unknown> = Promise.resolve();
  let interrupted = new AbortController();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work).finally(() => {
      state = 'idle';
    });
    last = done;
    return done;
  };

  const outcome = (over: Partial<ReplyOutcome>): ReplyOutcome => ({
    ending: 'finished',
    failure: null,
    text: '',
    spokenText: '',
    speechFailed: false,
    usage: { promptTokens: 0, completionTokens: 0 },
    ...over,
  });

  const speak = (words: string): string => {
    state = 'speaking';
    heard.push(words);
    return words;
  };

  return {
    heard,
    get state() {
      return state;
    },
    reply: (request) =>
      inTurn(async () => {
        interrupted = new AbortController();
        const stop = AbortSignal.any([interrupted.signal, ...(request.signal ? [request.signal] : [])]);
        const stopped = new Promise<null>((resolve) => {
          if (stop.aborted) resolve(null);
          stop.addEventListener('abort', () => resolve(null));
        });
        state = 'thinking';
        const thought = Promise.resolve().then(() => think(request, callerOf(request)));
        const text = await Promise.race([thought, stopped]).catch(() => undefined);
        if (text === undefined) return outcome({ ending: 'failed', failure: 'model' });
        if (text === null) return outcome({ ending: 'interrupted' });
        if (text !== '') request.onText?.(text);
        const spoken = withoutCitations(text.split('\n\n')[0] ?? '');
        return outcome({ text, spokenText: request.aloud && text !== '' ? speak(spoken) : '' });
      }),
    say: ({ text, signal }) =>
      inTurn(async () => {
        if (signal?.aborted) return outcome({ ending: 'interrupted', text });
        return outcome({ text, spokenText: speak(text) });
      }),
    interrupt: () => interrupted.abort(),
    setVoice: () => undefined,
    isEcho: ({ text }) => heard.includes(text),
    close: async () => undefined,
  };
}

function callerOf({ tools, onUnknownTool }: ReplyRequest): CallTool {
  return async (name, args) => {
    const tool = new llm.ToolContext(Array.isArray(tools) ? tools : []).getFunctionTool(name);
    if (!tool) {
      onUnknownTool?.(name);
      return `Unknown function: ${name}`;
    }
    const abortSignal = new AbortController().signal;
    // No tool of ours uses the run context of the framework.
    return tool.execute(args, { ctx: undefined as never, toolCallId: name, abortSignal });
  };
}
