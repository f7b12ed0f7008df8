import type { Evidence, ReceivedCaption, SpokenUtterance } from './evidence.ts';

/** Shorter utterances may be over before an interim pass is due. */
const shortestForInterimMs = 1_500;

export interface Latencies {
  /** One value per utterance that was captioned. */
  final: number[];
  interim: number[];
  /** Indexes of voiced utterances that no final caption covers. */
  uncaptioned: number[];
}

/** How long people waited for words on their screens, over all utterances. */
export function measureLatencies(evidence: Evidence): Latencies {
  const latencies: Latencies = { final: [], interim: [], uncaptioned: [] };
  for (const utterance of evidence.spoken) {
    const identity = evidence.identities.get(utterance.speaker);
    if (!utterance.voiced || identity === undefined || evidence.startedAtMs === null) continue;
    const { firstAtMs, lastAtMs } = utterance.voiced;
    const own = evidence.captions.filter(
      (caption) => caption.speaker === identity && caption.receiver !== identity,
    );
    const spoken = { startMs: firstAtMs - evidence.startedAtMs, endMs: lastAtMs - evidence.startedAtMs };

    const final = lastFinalAt(own, spoken);
    if (final === null) latencies.uncaptioned.push(utterance.index);
    else latencies.final.push(final - lastAtMs);

    if (utterance.durationMs < shortestForInterimMs) continue;
    const interim = firstInterimAt(own, spoken, utterance.voiced);
    if (interim !== null) latencies.interim.push(interim - firstAtMs);
  }
  return latencies;
}

interface Stretch {
  startMs: number;
  endMs: number;
}

/** When the last final caption of this stretch was on every other screen that received it. */
function lastFinalAt(captions: ReceivedCaption[], spoken: Stretch): number | null {
  const covering = captions.filter(
    ({ seq, startMs, endMs }) => seq !== null && endMs !== null && covers({ startMs, endMs }, spoken),
  );
  return covering.length === 0 ? null : Math.max(...covering.map((caption) => caption.atMs));
}

/**
 * When the first interim text of this stretch was on a screen: of a segment that reaches into the stretch, and
 * not one that had words before it.
 */
function firstInterimAt(
  captions: ReceivedCaption[],
  spoken: Stretch,
  voiced: NonNullable<SpokenUtterance['voiced']>,
): number | null {
  const first = captions
    .filter(({ seq, text, atMs }) => seq === null && text.trim() !== '' && atMs > voiced.firstAtMs)
    .filter(({ startMs, endMs }) => startMs <= spoken.endMs && (endMs ?? startMs + leadMs) > spoken.startMs)
    .reduce((earliest, { atMs }) => Math.min(earliest, atMs), Number.POSITIVE_INFINITY);
  return Number.isFinite(first) ? first : null;
}

/** A segment begins up to this much before its first voiced sample. */
const leadMs = 600;

/** A caption covers a stretch when they share at least half of the shorter one of the two. */
function covers(caption: Stretch, spoken: Stretch): boolean {
  const shared = Math.min(caption.endMs, spoken.endMs) - Math.max(caption.startMs, spoken.startMs);
  const shorter = Math.min(caption.endMs - caption.startMs, spoken.endMs - spoken.startMs);
  return shared > 0 && shared >= shorter / 2;
}
