/**
 * Decides what people's voices do to the voice of the AI participant: it goes down at the first sound, stops when
 * somebody really speaks, and comes back when it was a cough. Pure; every call gives the level from now on.
 */

/**
 * After so much detected voice on one microphone it was no cough. A person has been heard for about 400 ms by then:
 * the detector is sure of a soft beginning two windows late.
 */
const stopAfterMs = 352;

export type Level = 'full' | 'ducked' | 'stopped';

export interface BargeIn {
  /** The AI participant begins to speak, at a moment of the meeting's clock. Only what follows can stop it. */
  begin(nowMs: number): void;
  /** `voicedMs` of voice so far in what is being said on this microphone, 0 when it is over. */
  hearVoice(trackSid: string, voicedMs: number): Level;
  /** Words that were spoken from `startMs` on were understood; `isEcho`: they are its own. */
  hearWords(trackSid: string, startMs: number, isEcho: boolean): Level;
}

interface Microphone {
  voicedMs: number;
  /** Of `voicedMs`, what was said before it began to speak. */
  earlierMs: number;
  /** The AI participant was heard on it: from then on voice alone is no sign of a person, only words are. */
  echoes: boolean;
}

export function createBargeIn(): BargeIn {
  const microphones = new Map<string, Microphone>();
  let level: Level = 'full';
  let begunMs = 0;

  const of = (trackSid: string): Microphone => {
    const known = microphones.get(trackSid) ?? { voicedMs: 0, earlierMs: 0, echoes: false };
    microphones.set(trackSid, known);
    return known;
  };

  const weigh = (): Level => {
    if (level === 'stopped') return level;
    const voices = [...microphones.values()]
      .filter(({ echoes }) => !echoes)
      .map(({ voicedMs, earlierMs }) => voicedMs - earlierMs);
    if (voices.some((newMs) => newMs >= stopAfterMs)) level = 'stopped';
    else level = voices.some((newMs) => newMs > 0) ? 'ducked' : 'full';
    return level;
  };

  return {
    begin(nowMs) {
      level = 'full';
      begunMs = nowMs;
      for (const microphone of microphones.values()) microphone.earlierMs = microphone.voicedMs;
    },
    hearVoice(trackSid, voicedMs) {
      const microphone = of(trackSid);
      if (voicedMs < microphone.voicedMs) microphone.earlierMs = 0;
      microphone.voicedMs = voicedMs;
      return weigh();
    },
    hearWords(trackSid, startMs, isEcho) {
      if (isEcho) of(trackSid).echoes = true;
      else if (startMs >= begunMs) level = 'stopped';
      return weigh();
    },
  };
}
