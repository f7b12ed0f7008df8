/**
 * The voice of the AI participant on the framework's session: one turn after the other, its captions and its
 * transcript lines, and what people's voices do to it.
 */
import type { llm } from '@livekit/agents';
import type { Logger } from '../../lib/logger.ts';
import type { InterimCaption } from '../captions.ts';
import type { UnnumberedLine } from '../transcript-log.ts';
import { createBargeIn, type Level } from './barge-in.ts';
import { createEchoMemory } from './echo.ts';
import { type ModelSession, openModelSession } from './model-session.ts';
import { Playback, type PlaybackSource } from './playback.ts';
import type { SpeechServer } from './speech-server.ts';
import { createTurn, type Turn } from './turn.ts';
import type { Interruptible, ReplyOutcome, Voice, VoiceState } from './voice.ts';

export interface VoiceOptions {
  /** Null: nothing can be asked. */
  model: llm.LLM | null;
  /** Null: nothing is spoken, its words are shown. */
  speech: SpeechServer | null;
  source: PlaybackSource;
  /** Who it is in captions and lines. */
  speaker: () => { identity: string; name: string; trackSid: string };
  /** BCP 47 tag of the meeting. */
  language: string;
  /** Milliseconds on the meeting's clock. */
  now: () => number;
  onCaption: (caption: InterimCaption) => void;
  onLine: (line: UnnumberedLine) => void;
  onState: (state: VoiceState) => void;
  logger: Logger;
}

/** A turn that was stopped and has not ended by then hangs: its session is replaced. */
const letGoMs = 1_000;

export function createVoice(options: VoiceOptions): Voice & Interruptible {
  const { model, speech, language, onState, logger } = options;
  const now = () => Math.max(0, Math.round(options.now()));
  const playback = new Playback(options.source);
  const bargeIn = createBargeIn();
  const echo = createEchoMemory();
  let session: Promise<ModelSession> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let closed = false;
  let state: VoiceState = 'idle';
  let running: { turn: Turn; stop: () => void } | null = null;
  let level: Level = 'full';

  const become = (next: VoiceState) => {
    if (state === next) return;
    state = next;
    onState(next);
  };

  const openSession = () =>
    openModelSession({ model, speech, playback, language, logger, onSilence: () => running?.stop() });

  /** Shows and keeps what is said in a turn. */
  const publish = (turn: Turn) => {
    const { identity, name, trackSid } = options.speaker();
    let startMs: number | null = null;
    const head = () => ({
      segmentId: turn.id,
      speaker: identity,
      speakerName: name,
      trackSid,
      startMs: startMs ?? now(),
    });
    return {
      start() {
        startMs = now();
        level = 'full';
        bargeIn.begin(startMs);
        become('speaking');
      },
      show(text: string) {
        echo.speak(turn.id, text, startMs ?? now());
        options.onCaption({ ...head(), text });
      },
      keep(heard: string) {
        echo.finish(turn.id, now());
        const text = turn.speechFailed ? turn.sentences.join(' ') : heard;
        if (text !== '') options.onLine({ ...head(), kind: 'speech', endMs: now(), text });
        else if (startMs !== null) options.onCaption({ ...head(), text: '' });
      },
    };
  };

  const run = async (turn: Turn, work: (open: ModelSession) => Promise<void>): Promise<ReplyOutcome> => {
    const words = publish(turn);
    const stopped = Promise.withResolvers<void>();
    let heard: string | null = null;
    const end = () => {
      heard ??= playback.end();
      return heard;
    };
    const stop = () => {
      if (turn.isStopped) return;
      turn.stop();
      end();
      stopped.resolve();
    };
    running = { turn, stop };
    become('thinking');
    if (turn.aloud) playback.begin({ onStart: words.start, onSentence: words.show });
    try {
      session ??= openSession();
      const open = await session;
      const done = work(open);
      await Promise.race([done, stopped.promise]);
      if (turn.isStopped) await letGo(open, done);
    } catch (error) {
      session = null;
      turn.note({ type: 'model-failed' });
      logger.error({ err: error }, 'the session of the voice cannot be used');
    }
    running = null;
    if (turn.aloud) words.keep(end());
    return turn.outcome(turn.aloud ? end() : '');
  };

  const letGo = async (open: ModelSession, done: Promise<void>) => {
    open.interrupt();
    const late = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => late.resolve('late'), letGoMs);
    const result = await Promise.race([done, late.promise]);
    clearTimeout(timer);
    if (result !== 'late') return;
    logger.warn('a stopped turn does not end, the session is replaced');
    session = null;
    void open.close().catch((error) => logger.warn({ err: error }, 'the replaced session does not close'));
  };

  const take = (
    turn: Turn,
    signal: AbortSignal | undefined,
    work: (open: ModelSession) => Promise<void>,
  ): Promise<ReplyOutcome> => {
    const stopThis = () => {
      if (running?.turn === turn) running.stop();
      else turn.stop();
    };
    waiting += 1;
    signal?.addEventListener('abort', stopThis, { once: true });
    const outcome = queue.then(async () => {
      if (closed || signal?.aborted) turn.stop();
      const result = turn.isStopped ? turn.outcome('') : await run(turn, work);
      signal?.removeEventListener('abort', stopThis);
      waiting -= 1;
      if (waiting === 0) become('idle');
      return result;
    });
    queue = outcome;
    return outcome;
  };

  const obey = (next: Level) => {
    if (state !== 'speaking' || next === level) return;
    level = next;
    if (next === 'stopped') running?.stop();
    else if (next === 'ducked') playback.duck();
    else playback.unduck();
  };

  return {
    get state() {
      return state;
    },
    reply: ({ id, aloud, onText, onUnknownTool, chat, tools, signal }) => {
      const turn = createTurn({ id, aloud, onText, onUnknownTool });
      return take(turn, signal, (open) => open.answer(turn, chat, tools));
    },
    say: ({ id, text, signal }) => {
      const turn = createTurn({ id, aloud: true });
      return take(turn, signal, (open) => open.say(turn, text));
    },
    interrupt: () => running?.stop(),
    setVoice: (voice) => speech?.setVoice(voice),
    isEcho: echo.isEcho,
    async close() {
      if (closed) return;
      closed = true;
      running?.stop();
      await queue;
      await (await session?.catch(() => null))?.close();
    },
    hearVoice: (trackSid, voicedMs) => obey(bargeIn.hearVoice(trackSid, voicedMs)),
    hearWords(trackSid, text, startMs) {
      const isEcho = echo.isEcho({ text, startMs, endMs: now() });
      obey(bargeIn.hearWords(trackSid, startMs, isEcho));
    },
  };
}
