/** What a meeting's summary is made from, as it stands in the database now. */
import { createHash } from 'node:crypto';
import type { Db } from '../../db/database.ts';
import { listLastChatMessages } from '../../db/queries/chat.ts';
import { readDocumentState, readNotes } from '../../db/queries/documents.ts';
import { type FinalLine, listFinalLines } from '../../db/queries/final-lines.ts';
import type { Meeting } from '../../db/queries/meetings.ts';
import { listMembers, type Member } from '../../db/queries/members.ts';
import { listEndedPolls } from '../../db/queries/polls.ts';
import type { BriefLine } from '../../lib/assistant-brief.ts';
import { readBoard } from '../../lib/board/read-board.ts';
import { isoIn } from '../../lib/iso-in.ts';
import type { RequestSummary, SummaryBasis } from '../../lib/summary.ts';
import type { SummaryBrief } from '../../lib/summary-brief.ts';
import { chatContext } from './chat-context.ts';
import { boardContext, notesContext, pollsContext } from './written-context.ts';

export interface SummaryInput {
  brief: SummaryBrief;
  lines: BriefLine[];
  basis: SummaryBasis;
  members: Member[];
}

/** What kind of summary; `instructions` are for the template `own`. */
export type SummaryWish = Pick<Required<RequestSummary>, 'template' | 'instructions'>;

/** The end of a long chat: more than a model is given in any case. */
const mostMessages = 500;

/** Null when nobody has said a word; what the AI participant says alone is no meeting. */
export async function readSummaryInput(
  db: Db,
  meeting: Meeting,
  { wish, dateOffsetMs }: { wish: SummaryWish; dateOffsetMs: number },
): Promise<SummaryInput | null> {
  const lines = await listFinalLines(db, meeting.id);
  const spoken = lines.filter(({ speaker }) => !speaker.startsWith('ai-'));
  if (spoken.length === 0) return null;
  const chat = await listLastChatMessages(db, meeting.id, mostMessages);
  const shared = { meetingId: meeting.id, ownerId: null };
  const notes = notesContext(await readNotes(db, { ...shared, kind: 'notes' }));
  const board = boardContext(readBoard(await readDocumentState(db, { ...shared, kind: 'board' })));
  const polls = pollsContext(await listEndedPolls(db, meeting.id));
  const members = await listMembers(db, meeting.id);
  const names = [...spoken.map(({ speakerName }) => speakerName), ...members.map(({ name }) => name)];
  const timeZone = meeting.timeZone ?? 'UTC';
  const startedAtMs = (meeting.startedAt ?? meeting.createdAt).getTime() + dateOffsetMs;
  return {
    brief: {
      v: 1,
      request: 'summary',
      meetingTitle: meeting.title,
      startedAt: isoIn(startedAtMs, timeZone),
      timeZone,
      language: meeting.language,
      people: [...new Set(names)],
      persona: meeting.persona.name,
      template: wish.template,
      instructions: wish.template === 'own' ? wish.instructions : '',
      ...(notes === '' ? {} : { notes }),
      ...(board === '' ? {} : { board }),
      ...(polls === '' ? {} : { polls }),
      ...(chat.length > 0 ? { chat: chatContext(chat) } : {}),
      part: null,
    },
    lines: lines.map(({ epoch, seq, startMs, speakerName, text }) => ({
      epoch,
      seq,
      atMs: startMs,
      speaker: speakerName,
      text,
    })),
    basis: basisOf(lines),
    members,
  };
}

/** Of all that a model is given, and of its name: what has the same digest gives the same summary. */
export function digestInput({ brief, lines }: SummaryInput, model: string): string {
  return createHash('sha256')
    .update(JSON.stringify([model, brief, lines]))
    .digest('hex');
}

function basisOf(lines: readonly Pick<FinalLine, 'source'>[]): SummaryBasis {
  if (lines.some(({ source }) => source === 'person')) return 'edited';
  return lines.some(({ source }) => source === 'recording') ? 'recording' : 'live';
}
