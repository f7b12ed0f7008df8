import { findCitations, formatCitation, withoutCitations } from '../../lib/assistant-brief.ts';
import { questionKindSchema, type Reply } from '../../lib/assistant-messages.ts';
import type { Evidence, SpokenUtterance } from './evidence.ts';
import { findRequest, findUtterance, speakerOf } from './find-utterance.ts';
import { normaliseWords } from './words.ts';

/** One answer to something that was said in the meeting. */
export interface ReplyFigures {
  /** Number of the request in the timeline. */
  utterance: number;
  /** Id in the timeline. */
  askedBy: string;
  text: string;
  /** `lineId` is `epoch.seq`; `utterance` is null for a line of the AI participant itself. */
  citations: { lineId: string; utterance: number | null }[];
  /** From the last voiced sample of the request to the first sound of the answer; null when none was heard. */
  firstAudioMs: number | null;
}

/** Answers to spoken requests, in the order of the requests. */
export function measureReplies(evidence: Evidence): ReplyFigures[] {
  return (evidence.replies ?? [])
    .flatMap((reply) => {
      const askedBy = reply.asker && speakerOf(evidence, reply.asker.id);
      if (!askedBy || !questionKindSchema.safeParse(reply.kind).success) return [];
      const request = findRequest(evidence, {
        by: reply.asker?.id ?? '',
        cause: reply.cause,
        beforeMs: reply.atMs,
      });
      return request ? [describeReply(evidence, { reply, askedBy, request })] : [];
    })
    .toSorted((a, b) => a.utterance - b.utterance);
}

function describeReply(
  evidence: Evidence,
  { reply, askedBy, request }: { reply: Reply; askedBy: string; request: SpokenUtterance },
): ReplyFigures {
  const cited = reply.citations.length > 0 ? reply.citations : findCitations(reply.text);
  return {
    utterance: request.index,
    askedBy,
    text: withoutCitations(reply.text),
    citations: cited.map((line) => ({
      lineId: formatCitation(line).slice(1, -1),
      utterance: findUtterance(evidence, line)?.index ?? null,
    })),
    firstAudioMs: measureFirstAudio(evidence, reply, request),
  };
}

/** The agent stamps its line when it begins to speak, and sound takes a while to arrive: this much may be between. */
const stampLeadMs = 500;

/**
 * The first sound after the request. Where the answer had to wait for another one, its line of the transcript says
 * which sound is its own.
 */
function measureFirstAudio(evidence: Evidence, reply: Reply, request: SpokenUtterance): number | null {
  if (!reply.spoken || !request.voiced) return null;
  const { lastAtMs } = request.voiced;
  const begunAtMs = spokenLineAt(evidence, reply, lastAtMs);
  const fromMs = begunAtMs === null ? lastAtMs : Math.max(lastAtMs, begunAtMs - stampLeadMs);
  const stretch = evidence.voice.find((each) => each.fromMs >= fromMs);
  return stretch ? Math.round(stretch.fromMs - lastAtMs) : null;
}

/** When the AI participant's line with these words began, Unix time; null when there is none after the request. */
function spokenLineAt(evidence: Evidence, reply: Reply, afterMs: number): number | null {
  const { stored, startedAtMs, meetingId } = evidence;
  if (startedAtMs === null) return null;
  const words = normaliseWords(withoutCitations(reply.text)).join(' ');
  const line = stored
    ?.filter(({ speaker }) => speaker.startsWith(`ai-${meetingId}-`))
    .toSorted((a, b) => a.startMs - b.startMs)
    .find(({ startMs, text }) => {
      const said = normaliseWords(text).join(' ');
      return startedAtMs + startMs >= afterMs - stampLeadMs && said !== '' && words.includes(said);
    });
  return line ? startedAtMs + line.startMs : null;
}
