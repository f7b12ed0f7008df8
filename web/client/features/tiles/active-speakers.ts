/**
 * Who counts as speaking on the screen: calmer than what the media server reports, which every 400 ms tells who was
 * loud (livekit-server's `audio.update_interval`). A cough lights nothing up, and a breath puts nothing out.
 */

/** A word of assent beside the speaker takes about as long: ITU-T P.59 gives 228 ms for both talking at once. */
const onAfterMs = 250;
/** Twice the silence between people in conversation: ITU-T P.59 gives 508 ms. */
const offAfterMs = 1_000;

interface Voice {
  /** What was reported last, and since when it is so. */
  heard: boolean;
  sinceMs: number;
  /** Since when it shows; null while it does not. */
  shownSinceMs: number | null;
}

/** By key, only those of whom there is something to say. */
export type Voices = ReadonlyMap<string, Voice>;

export const noVoices: Voices = new Map();

/** The voices at `nowMs`, after a report of who is heard, or after some time with the same report. */
export function followVoices(before: Voices, heard: ReadonlySet<string>, nowMs: number): Voices {
  const after = new Map<string, Voice>();
  for (const key of new Set([...before.keys(), ...heard])) {
    const known = before.get(key) ?? { heard: false, sinceMs: nowMs, shownSinceMs: null };
    const voice = { ...known, heard: heard.has(key) };
    if (voice.heard !== known.heard) voice.sinceMs = nowMs;
    const lastsMs = nowMs - voice.sinceMs;
    if (voice.heard && lastsMs >= onAfterMs) voice.shownSinceMs ??= nowMs;
    if (!voice.heard && lastsMs >= offAfterMs) voice.shownSinceMs = null;
    if (voice.heard || voice.shownSinceMs !== null) after.set(key, voice);
  }
  return after;
}

/** Who is shown as speaking, who began first comes first. */
export function speakersIn(voices: Voices): string[] {
  return [...voices]
    .flatMap(([key, { shownSinceMs }]) => (shownSinceMs === null ? [] : [{ key, shownSinceMs }]))
    .sort((a, b) => a.shownSinceMs - b.shownSinceMs)
    .map(({ key }) => key);
}

/** When the screen changes next if nothing else is reported; null when it does not. */
export function nextChangeAtMs(voices: Voices): number | null {
  const due = [...voices.values()].flatMap(({ heard, sinceMs, shownSinceMs }) => {
    if (heard) return shownSinceMs === null ? [sinceMs + onAfterMs] : [];
    return [sinceMs + offAfterMs];
  });
  return due.length === 0 ? null : Math.min(...due);
}
