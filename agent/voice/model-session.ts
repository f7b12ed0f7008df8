/**
 * Owns the framework's `AgentSession`: models in, frames for the playback out. It is started without the room:
 * with it, every person could read the instructions and run tools (byte streams on `lk.agent.session`). One
 * session serves the whole meeting; one that does not let go of a turn is replaced.
 */
import { ReadableStream, TransformStream } from 'node:stream/web';
import { llm, voice } from '@livekit/agents';
import type { AudioFrame } from '@livekit/rtc-node';
import type { Logger } from '../../lib/logger.ts';
import { beginsSentence, type Playback } from './playback.ts';
import type { SpeechServer } from './speech-server.ts';
import { createSpokenPart } from './spoken-part.ts';
import type { Turn } from './turn.ts';
import { watchTokens } from './watch-tokens.ts';

export interface ModelSession {
  /** Runs a turn to its end; resolves when all of it was played, written or given up. Never rejects. */
  answer(turn: Turn, chat: llm.ChatContext, tools: llm.ToolContextLike): Promise<void>;
  /** Speaks fixed words as a turn. */
  say(turn: Turn, text: string): Promise<void>;
  /** Ends the turn that runs; `answer` or `say` resolve soon. */
  interrupt(): void;
  close(): Promise<void>;
}

interface ModelSessionOptions {
  /** Null: nothing can be asked. */
  model: llm.LLM | null;
  /** Null: nothing is spoken. */
  speech: SpeechServer | null;
  playback: Playback;
  /** BCP 47 tag of what is spoken. */
  language: string;
  /** Called when the model gives nothing for 10 s. */
  onSilence: () => void;
  logger: Logger;
}

/** The framework allows 10 s between frames; two attempts at a sentence take longer. */
const sentenceTimeoutMs = 30_000;
const maxToolRounds = 3;

export async function openModelSession(options: ModelSessionOptions): Promise<ModelSession> {
  const { model, playback, logger } = options;
  const speaker = new Speaker(options);
  const session = new voice.AgentSession({
    vad: null,
    ...(model ? { llm: model } : {}),
    turnHandling: {
      turnDetection: 'manual',
      interruption: { mode: 'vad', resumeFalseInterruption: false },
      preemptiveGeneration: { enabled: false },
    },
    connOptions: {
      // One more attempt after 0.1 s; people wait.
      llmConnOptions: { maxRetry: 1, retryIntervalMs: 500, timeoutMs: 10_000 },
      maxUnrecoverableErrors: Number.POSITIVE_INFINITY,
    },
    maxToolSteps: maxToolRounds,
    userAwayTimeout: null,
    aecWarmupDuration: null,
    ttsReadIdleTimeout: sentenceTimeoutMs,
    forwardAudioIdleTimeout: sentenceTimeoutMs,
    ttsTextTransforms: null,
  });
  session.output.audio = playback;
  session.output.setTranscriptionEnabled(false);
  // Without a listener the framework's emitter throws inside its own retries.
  session.on(voice.AgentSessionEventTypes.Error, ({ error }) => {
    if (isFinal(error)) speaker.turn?.note({ type: 'model-failed' });
    logger.warn({ err: errorOf(error) }, 'a model failed');
  });
  await session.start({ agent: speaker, record: false });

  const run = async (turn: Turn, begin: () => voice.SpeechHandle) => {
    speaker.turn = turn;
    try {
      await begin().waitForPlayout();
    } catch (error) {
      logger.warn({ err: error }, 'a turn broke off');
      turn.note({ type: 'model-failed' });
    } finally {
      speaker.turn = null;
    }
  };

  return {
    async answer(turn, chat, tools) {
      if (!model) return turn.note({ type: 'model-failed' });
      session.output.setAudioEnabled(turn.aloud);
      await speaker.updateTools(tools);
      // The voice remembers nothing: whoever asks gives all that the model is to know.
      await speaker.updateChatCtx(llm.ChatContext.empty());
      session.history.items = [];
      await run(turn, () => session.generateReply({ chatCtx: chat }));
    },
    async say(turn, text) {
      session.output.setAudioEnabled(true);
      turn.note({ type: 'text', piece: text });
      const audio = ReadableStream.from(speaker.speak(turn, [text]));
      await run(turn, () => session.say(text, { audio, addToChatCtx: false }));
    },
    interrupt: () => void session.interrupt(),
    close: () => session.close(),
  };
}

type Answer = NonNullable<Awaited<ReturnType<voice.Agent['llmNode']>>>;
type Chunk = Answer extends ReadableStream<infer Each> ? Each : never;

/** Puts our own model watch and our own sentences into the framework's pipeline. */
class Speaker extends voice.Agent {
  turn: Turn | null = null;
  readonly #options: ModelSessionOptions;

  constructor(options: ModelSessionOptions) {
    super({ instructions: '' });
    this.#options = options;
  }

  override async llmNode(...args: Parameters<voice.Agent['llmNode']>) {
    const { turn } = this;
    const [, toolCtx] = args;
    const answer = await super.llmNode(...args);
    if (!answer || !turn) return answer;
    const onSilence = () => {
      turn.note({ type: 'model-silent' });
      this.#options.onSilence();
    };
    const noted = new TransformStream<Chunk, Chunk>({
      transform(chunk, controller) {
        if (typeof chunk === 'object') noteChunk(turn, chunk, toolCtx);
        controller.enqueue(chunk);
      },
    });
    return answer.pipeThrough(watchTokens<Chunk>(onSilence)).pipeThrough(noted);
  }

  override async ttsNode(text: ReadableStream<string> | AsyncIterable<string>) {
    return this.turn ? ReadableStream.from(this.speak(this.turn, text)) : null;
  }

  /** Sentence by sentence, the next one while the one before is heard. After a failure it only writes. */
  async *speak(turn: Turn, text: AsyncIterable<string> | Iterable<string>): AsyncGenerator<AudioFrame> {
    const part = createSpokenPart(this.#options.language);
    for await (const piece of text) {
      for (const sentence of part.push(piece)) yield* this.#speakSentence(turn, sentence);
    }
    for (const sentence of part.end()) yield* this.#speakSentence(turn, sentence);
  }

  async *#speakSentence(turn: Turn, sentence: string): AsyncGenerator<AudioFrame> {
    const { speech, logger } = this.#options;
    turn.note({ type: 'sentence', text: sentence });
    if (turn.speechFailed || turn.isStopped) return;
    try {
      if (!speech) throw new Error('no speech server is configured');
      let begun = false;
      for await (const frame of speech.synthesize(sentence, turn.stopped)) {
        yield begun ? frame : beginsSentence(frame, sentence);
        begun = true;
      }
    } catch (error) {
      if (turn.isStopped) return;
      turn.note({ type: 'speech-failed' });
      logger.warn({ err: error }, 'a sentence could not be spoken');
    }
  }
}

function noteChunk(turn: Turn, { delta, usage }: llm.ChatChunk, tools: llm.ToolContext): void {
  if (delta?.content) turn.note({ type: 'text', piece: delta.content });
  for (const { name } of delta?.toolCalls ?? []) {
    turn.note({ type: 'tool-call', name, known: tools.getFunctionTool(name) !== undefined });
  }
  if (usage) turn.note({ type: 'usage', usage });
}

function isFinal(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'type' in error &&
    error.type === 'llm_error' &&
    'recoverable' in error &&
    error.recoverable === false
  );
}

function errorOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'error' in error ? error.error : error;
}
