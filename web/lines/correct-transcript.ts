/** Corrections of a transcript by people of the meeting, once it is over. */
import type { Tx } from '../../db/database.ts';
import { findLineView, findSpeakerName } from '../../db/queries/final-lines.ts';
import {
  type Editor,
  lockTranscript,
  recordEdit,
  setLineSpeaker,
  setSpeakerName,
  setWords,
} from '../../db/queries/line-edits.ts';
import type { Meeting } from '../../db/queries/meetings.ts';
import type { LineRef } from '../../lib/assistant-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { CorrectLine, NameSpeaker } from '../../lib/line-edit-messages.ts';
import type { LineView } from '../../lib/line-messages.ts';
import { limits } from '../../lib/messages.ts';
import { cleanText } from '../../lib/text.ts';
import type { WebContext } from '../context.ts';
import { findNamed } from '../meetings/find-named.ts';
import { asSeen } from '../proposals/look-alike.ts';

interface Correction {
  meeting: Meeting;
  editor: Editor;
}

/**
 * Puts a person's wording in place of a line's, or takes it back. Throws `line_changed` when the line does not say
 * any more what the person saw: nobody's correction is lost by another's.
 */
export function correctLine(
  context: WebContext,
  ref: LineRef,
  { text, seen }: CorrectLine,
  { meeting, editor }: Correction,
): Promise<LineView> {
  return inTranscript(context, meeting, async (tx) => {
    const before = await getLine(tx, meeting, ref);
    if (before.text !== seen) {
      throw new ParleyError(
        'line_changed',
        'Somebody changed this line meanwhile. It says something else now.',
      );
    }
    await setWords(tx, meeting.id, ref, text === null ? null : clean(text, limits.line));
    const after = await getLine(tx, meeting, ref);
    if (after.text !== before.text) {
      const change = { before: before.text, after: after.text };
      await recordEdit(tx, { meetingId: meeting.id, what: 'words', ...ref, ...change, ...editor });
    }
    return after;
  });
}

/** Says who spoke a line: somebody of the meeting by their name, or somebody else. */
export function nameLineSpeaker(
  context: WebContext,
  ref: LineRef,
  { name }: NameSpeaker,
  { meeting, editor }: Correction,
): Promise<LineView> {
  return inTranscript(context, meeting, async (tx) => {
    const before = await getLine(tx, meeting, ref);
    await setLineSpeaker(tx, meeting.id, ref, name === null ? null : await findSpeaker(tx, meeting, name));
    const after = await getLine(tx, meeting, ref);
    if (after.speakerName !== before.speakerName) {
      const change = { before: before.speakerName, after: after.speakerName };
      await recordEdit(tx, { meetingId: meeting.id, what: 'speaker', ...ref, ...change, ...editor });
    }
    return after;
  });
}

/** Calls a speaker otherwise in the whole meeting: a microphone that several people share, a misspelt name. */
export function renameSpeaker(
  context: WebContext,
  speaker: string,
  { name }: NameSpeaker,
  { meeting, editor }: Correction,
): Promise<void> {
  return inTranscript(context, meeting, async (tx) => {
    const before = await findSpeakerName(tx, meeting.id, speaker);
    if (before === null) throw new ParleyError('not_found', 'Nobody of that name speaks in this meeting.');
    await setSpeakerName(tx, meeting.id, speaker, name === null ? null : clean(name, limits.name));
    const after = (await findSpeakerName(tx, meeting.id, speaker)) ?? before;
    if (after === before) return;
    await recordEdit(tx, { meetingId: meeting.id, what: 'name', speaker, before, after, ...editor });
  });
}

function inTranscript<T>(
  { database: { db } }: WebContext,
  { id, status }: Meeting,
  change: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (status !== 'ended' && status !== 'completed') {
    throw new ParleyError('conflict', 'The transcript can be corrected when the meeting is over.');
  }
  return db.transaction(async (tx) => {
    await lockTranscript(tx, id);
    return change(tx);
  });
}

async function getLine(tx: Tx, { id }: Meeting, ref: LineRef): Promise<LineView> {
  const line = await findLineView(tx, id, ref);
  if (line?.kind !== 'speech') throw new ParleyError('not_found', 'There is no such line in this meeting.');
  return line;
}

/** The one person of the meeting who is called so; somebody else is known by the name alone. */
async function findSpeaker(tx: Tx, { id }: Meeting, given: string) {
  const name = clean(given, limits.name);
  const person = await findNamed(tx, id, name);
  return person
    ? { speaker: person.id, speakerName: person.name }
    : { speaker: `named:${asSeen(name)}`, speakerName: name };
}

function clean(given: string, maxLength: number): string {
  const text = cleanText(given, maxLength);
  if (text === '') throw new ParleyError('bad_request', 'There is nothing to read in it.');
  return text;
}
