/**
 * From the last voiced sample of a spoken question to the first sound of the answer at a listener, with the models
 * that come with Parley; against the bare models: the question understood and the answer spoken, one call each.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ParticipantKind, Room } from '@livekit/rtc-node';
import { createApiClient } from '../e2e/rehearsal/api-client.ts';
import { nowMs } from '../e2e/rehearsal/clock.ts';
import { type RecordedUtterance, readFolder } from '../e2e/rehearsal/folder.ts';
import { type Microphone, publishMicrophone } from '../e2e/rehearsal/microphone.ts';
import { percentile } from '../e2e/rehearsal/percentiles.ts';
import { createPlayback } from '../e2e/rehearsal/playback.ts';
import { encodeWav } from '../e2e/rehearsal/wav.ts';
import { firstSoundAfter, hearEveryone, type LoudnessStep } from '../e2e/voice/loudness.ts';
import { agentStateAttribute } from '../lib/messages.ts';
import type { Benchmark } from './context.ts';

const kickoff = new URL('../e2e/fixtures/kickoff', import.meta.url).pathname;
/** "So it is decided, the launch moves to the second week of March.", and the question about it. */
const decision = 13;
const question = 17;
const questions = 20;
/** After so much silence the AI participant has said all. */
const quietMs = 2_000;
const timeoutMs = 15_000;

export const reply: Benchmark = {
  name: 'reply',
  models: 'local',
  async run({ instance, signal, onProgress }) {
    const recording = await readFolder(kickoff);
    const said = new Map(recording.utterances.map((utterance) => [utterance.index, utterance]));
    await using meeting = new AsyncDisposableStack();
    const ana = await enterAsAna(instance.url, recording.sampleRate, meeting);
    const speak = (index: number) => speakOne(ana.microphone, said.get(index), recording.sampleRate, signal);
    await ana.untilQuiet(signal);
    await speak(decision);

    const times: number[] = [];
    const bare: number[] = [];
    for (let count = 1; count <= questions; count++) {
      await ana.untilQuiet(signal);
      const lastVoicedMs = await speak(question);
      const heardMs = await ana.firstSound(lastVoicedMs, signal);
      if (heardMs === null) onProgress(`question ${count} was not answered in ${timeoutMs} ms`);
      else times.push(heardMs - lastVoicedMs);
      await ana.untilQuiet(signal);
      bare.push(await callModels(instance.env, said.get(question), recording.sampleRate));
    }
    return [0.5, 0.95].map((share) => ({
      name: `reply first audio p${share * 100}, ${times.length} of ${questions} questions answered`,
      value: percentile(times, share) ?? Number.NaN,
      unit: 'ms',
      baseline: { name: 'bare models', value: percentile(bare, share) ?? Number.NaN },
      goal: share === 0.5 ? { of: 'value', atMost: 1_500 } : null,
    }));
  },
};

/** One person who speaks and listens, alone with the AI participant. */
async function enterAsAna(url: string, sampleRate: number, meeting: AsyncDisposableStack) {
  const api = createApiClient(url);
  const { code } = await api.createMeeting('Bench');
  const joined = await api.join(code, { name: 'Ana Ruiz', email: 'ana@example.test' });
  const room = new Room();
  const loudness = hearEveryone(room);
  await room.connect(joined.serverUrl, joined.token, { autoSubscribe: true, dynacast: false });
  meeting.defer(async () => {
    await api.end(joined);
    await room.disconnect();
  });
  const microphone = await publishMicrophone(room, sampleRate);
  meeting.defer(() => microphone.close());
  const agent = () =>
    [...room.remoteParticipants.values()].find(({ kind }) => kind === ParticipantKind.AGENT) ?? null;
  const steps = (): readonly LoudnessStep[] => loudness.of(agent()?.identity ?? '');
  const isListening = () => agent()?.attributes[agentStateAttribute] === 'listening';
  return {
    microphone,
    async untilQuiet(signal: AbortSignal) {
      for (let quietSinceMs = nowMs(); nowMs() - quietSinceMs < quietMs; ) {
        await sleep(50, undefined, { signal });
        if (!isListening() || firstSoundAfter(steps(), nowMs() - 100) !== null) quietSinceMs = nowMs();
      }
    },
    async firstSound(sinceMs: number, signal: AbortSignal) {
      while (nowMs() - sinceMs < timeoutMs) {
        const heardMs = firstSoundAfter(steps(), sinceMs);
        if (heardMs !== null) return heardMs;
        await sleep(50, undefined, { signal });
      }
      return null;
    },
  };
}

/** When its last voiced sample was spoken. */
async function speakOne(
  microphone: Microphone,
  utterance: RecordedUtterance | undefined,
  sampleRate: number,
  signal: AbortSignal,
): Promise<number> {
  if (!utterance) throw new Error('the recording lacks an utterance of this benchmark');
  const totalMs = (utterance.samples.length / sampleRate) * 1_000;
  const utterances = [{ ...utterance, startMs: 0 }];
  const playback = createPlayback(
    { title: '', sampleRate, speakers: [], totalMs, utterances },
    utterance.speaker,
  );
  let lastVoicedMs = 0;
  await microphone.play(playback, {
    startAtMs: nowMs(),
    onMark: ({ edge }, atMs) => {
      if (edge === 'last') lastVoicedMs = atMs;
    },
    signal,
  });
  return lastVoicedMs;
}

/** Milliseconds for the two models, asked directly. */
async function callModels(
  { STT_BASE_URL, STT_MODEL = '', TTS_BASE_URL, TTS_MODEL }: Record<string, string>,
  utterance: RecordedUtterance | undefined,
  sampleRate: number,
): Promise<number> {
  const samples = utterance?.samples ?? new Int16Array(0);
  const form = new FormData();
  form.set('file', new File([encodeWav({ sampleRate, samples }) as Uint8Array<ArrayBuffer>], 'question.wav'));
  form.set('model', STT_MODEL);
  const startedMs = nowMs();
  const heard = await fetch(`${STT_BASE_URL}/audio/transcriptions`, { method: 'POST', body: form });
  await heard.text();
  const body = { model: TTS_MODEL, input: utterance?.text, response_format: 'pcm' };
  const spoken = await fetch(`${TTS_BASE_URL}/audio/speech`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await spoken.body?.getReader().read();
  const elapsedMs = nowMs() - startedMs;
  if (!heard.ok || !spoken.ok) throw new Error(`the models answer ${heard.status} and ${spoken.status}`);
  return elapsedMs;
}
