import { setTimeout as sleep } from 'node:timers/promises';
import { nowMs } from './clock.ts';
import type { Evidence } from './evidence.ts';
import { createVoiceStretches } from './voice-stretches.ts';

export interface AssistantWatch {
  /** Its attribute, as any participant sees it. */
  state(state: string): void;
  sound(samples: Int16Array, atMs: number): void;
  /** Resolves when it neither thinks nor speaks and no line came for a while, or after half a minute. */
  untilQuiet(signal: AbortSignal): Promise<void>;
}

/** It waits a moment before it takes a line for a request, and another one between thinking and sound. */
const quietMs = 2_500;
const timeoutMs = 30_000;

/** Watches the AI participant; what is heard of it goes into the evidence. */
export function watchAssistant(evidence: Evidence): AssistantWatch {
  const heard = createVoiceStretches();
  evidence.voice = heard.stretches;
  let isBusy = false;
  let changedAtMs = 0;
  const latest = () =>
    Math.max(changedAtMs, heard.stretches.at(-1)?.toMs ?? 0, evidence.captions.at(-1)?.atMs ?? 0);
  return {
    state(state) {
      isBusy = state === 'thinking' || state === 'speaking';
      changedAtMs = nowMs();
    },
    sound: heard.add,
    async untilQuiet(signal) {
      const deadline = nowMs() + timeoutMs;
      while (nowMs() < deadline && (isBusy || nowMs() - latest() < quietMs)) {
        await sleep(100, undefined, { signal });
      }
    },
  };
}
