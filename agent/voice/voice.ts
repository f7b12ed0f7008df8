/**
 * The voice of the AI participant: what it can do, seen from whoever decides when it speaks. It does one thing at
 * a time, in the order of the calls; each call ends in a value that says what people got, and never rejects.
 */
import type { llm } from '@livekit/agents';

/** `thinking`: a model was asked and nothing is heard yet, or the answer is in writing only. */
export type VoiceState = 'idle' | 'thinking' | 'speaking';

/**
 * `finished`: all of it was said. `interrupted`: somebody spoke, or the caller stopped it, at any moment after the
 * call. `failed`: see `failure`.
 */
export type Ending = 'finished' | 'interrupted' | 'failed';

/** `model`: it refused or broke off. `silence`: no word of it for 10 s. `nonsense`: it gave nothing to say. */
export type ReplyFailure = 'model' | 'silence' | 'nonsense';

export interface ReplyRequest {
  /** Names the reply; its captions and its line have it as segment id. Use it once. */
  id: string;
  /** All that the model is told, the system message first. The voice keeps nothing from reply to reply. */
  chat: llm.ChatContext;
  tools: llm.ToolContextLike;
  /**
   * True: the first paragraph is spoken, and what follows a blank line is only written. False: nothing is spoken,
   * and no caption or line is made.
   */
  aloud: boolean;
  /** Called with each further piece of the text, as the model wrote it. */
  onText?: (piece: string) => void;
  /** Called when the model calls a tool that it was not given; it is told so, and nothing happens. */
  onUnknownTool?: (name: string) => void;
  /** Ends it; also takes a reply that still waits out of the queue. */
  signal?: AbortSignal;
}

export interface Usage {
  promptTokens: number;
  completionTokens: number;
}

export interface ReplyOutcome {
  ending: Ending;
  /** Null unless `ending` is `failed`. */
  failure: ReplyFailure | null;
  /** All that the model wrote, with its citation marks; also what was not said any more. */
  text: string;
  /** The words that were heard, without marks; empty when nothing was. */
  spokenText: string;
  /** True when speech did not do its part: the words that should have been heard were shown as a line instead. */
  speechFailed: boolean;
  usage: Usage;
}

export interface SayRequest {
  id: string;
  text: string;
  signal?: AbortSignal;
}

export interface Voice {
  readonly state: VoiceState;
  /** Asks the model, with as many rounds of tools as it takes (3 at most), and speaks or hands over its answer. */
  reply(request: ReplyRequest): Promise<ReplyOutcome>;
  /** Speaks fixed words: a greeting, a result, a refusal. */
  say(request: SayRequest): Promise<Omit<ReplyOutcome, 'usage'>>;
  /** Stops what is being said or thought of; what waits behind it goes on. */
  interrupt(): void;
  /** From the next sentence on. `voice` is a name that the speech server has, or `default`. */
  setVoice(voice: string): void;
  /**
   * True for words heard between two moments of the meeting's clock that are its own voice, come back through
   * somebody's microphone: not to be answered.
   */
  isEcho(words: { text: string; startMs: number; endMs: number }): boolean;
  /** Stops at once. Idempotent. */
  close(): Promise<void>;
}

/** What the ears tell the voice, so that people can interrupt it. */
export interface Interruptible {
  /** `voicedMs` of voice so far in what is being said on this microphone, 0 when it is over. */
  hearVoice(trackSid: string, voicedMs: number): void;
  /** Words were understood on this microphone; they began at `startMs` of the meeting's clock and may go on. */
  hearWords(trackSid: string, text: string, startMs: number): void;
}
