/** Which AI participant a meeting has: chosen from the list, copied into the meeting, shown in its room. */
import { type BuiltInPersona, builtInPersonas } from '../db/built-in-personas.ts';
import { lockMeeting, type Meeting, setMeetingPersona } from '../db/queries/meetings.ts';
import { findPersona, findPersonaVersion, listPersonas, type StoredPersona } from '../db/queries/personas.ts';
import { ParleyError } from '../lib/errors.ts';
import type { Id, MeetingId } from '../lib/ids.ts';
import type { Persona } from '../lib/messages.ts';
import type { MeetingPersona } from '../lib/persona-messages.ts';
import type { WebContext } from './context.ts';
import { roomMetadataOf } from './dispatch-agent.ts';

export interface ChosenPersona {
  persona: Persona;
  personaVersionId: Id<'psv'> | null;
  language: string;
}

/**
 * The newest version of the persona that somebody chose, or of the first in the list. People without an account
 * (`signedIn` false) choose among those that come with Parley; throws `not_found` for others, `conflict` for an
 * archived one.
 */
export async function choosePersona(
  { database: { db } }: WebContext,
  personaId: Id<'psn'> | undefined,
  { signedIn }: { signedIn: boolean },
): Promise<ChosenPersona> {
  if (personaId === undefined) {
    const [first] = await listPersonas(db, { builtInOnly: true });
    return first ? chosen(first) : shipped(builtInPersonas[0]);
  }
  const found = await findPersona(db, personaId);
  if (!found || !(signedIn || isBuiltIn(personaId))) {
    throw new ParleyError('not_found', 'There is no such persona.');
  }
  if (found.persona.archivedAt)
    throw new ParleyError('conflict', 'This persona is archived. Choose another.');
  return chosen(found);
}

export function isBuiltIn(personaId: string): boolean {
  return builtInPersonas.some(({ id }) => id === personaId);
}

/**
 * Changes the AI participant of a meeting that is planned or runs, and tells the room. When LiveKit does not answer
 * nothing has changed.
 */
export async function changePersona(
  { database, rooms, logger }: WebContext,
  meetingId: MeetingId,
  { persona, personaVersionId }: ChosenPersona,
): Promise<Meeting> {
  const changed = await database.db.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId);
    if (!meeting) throw new ParleyError('not_found', 'This meeting does not exist any more.');
    if (meeting.status === 'ended' || meeting.status === 'completed') {
      throw new ParleyError('meeting_ended', 'This meeting has ended; it keeps the persona that it had.');
    }
    await setMeetingPersona(tx, meetingId, { persona, personaVersionId });
    const changed = { ...meeting, persona, personaVersionId };
    if (meeting.status === 'live') {
      await rooms.updateRoomMetadata(meetingId, JSON.stringify(roomMetadataOf(changed)));
    }
    return changed;
  });
  logger.info({ meetingId, personaVersionId }, 'persona changed');
  return changed;
}

/** The meeting's copy and where it comes from; for past meetings too. */
export async function meetingPersonaOf({ database }: WebContext, meeting: Meeting): Promise<MeetingPersona> {
  const found = meeting.personaVersionId
    ? await findPersonaVersion(database.db, meeting.personaVersionId)
    : null;
  if (!found) return { content: meeting.persona, source: null };
  const { version, newest } = found;
  return {
    content: meeting.persona,
    source: {
      personaId: version.personaId,
      versionId: version.id,
      version: version.version,
      currentVersion: newest,
    },
  };
}

function chosen({ version }: StoredPersona): ChosenPersona {
  return { persona: version.content, personaVersionId: version.id, language: version.language };
}

/** Before a database knows it: without a version to refer to. */
function shipped({ content, language }: BuiltInPersona): ChosenPersona {
  return { persona: content, personaVersionId: null, language };
}
