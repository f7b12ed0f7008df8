import { enqueueMail } from '../../db/queries/mails.ts';
import { ParleyError } from '../../lib/errors.ts';
import { followUpMail } from '../../lib/mail/follow-up-mail.ts';
import { renderMail } from '../../lib/mail/render-mail.ts';
import { limits } from '../../lib/messages.ts';
import { cleanParagraphs, cleanText } from '../../lib/text.ts';
import type { Effects, ToolResult } from '../../lib/tools/effects.ts';
import type { ApprovedAction } from '../../lib/tools/tool.ts';
import type { FunctionParts } from '../context.ts';
import { choosePeople } from './choose-people.ts';
import { sayNames } from './say-names.ts';
import { findSurroundings } from './surroundings.ts';

/** Characters of a mail's text, as the tool takes it. */
const mostText = 10_000;

/**
 * Writes one mail per person. The key of each is the action and the address, and its Message-ID is stored with it: a
 * second call writes nothing, and a mail that is sent again is the same mail.
 */
export async function mailPeople(
  { database: { db }, site }: FunctionParts,
  action: ApprovedAction,
  { to, subject, body }: Parameters<Effects['mailPeople']>[1],
): Promise<ToolResult> {
  return db.transaction(async (tx) => {
    const { meeting, people, approver } = await findSurroundings(tx, action);
    const { reached, unreached } = choosePeople(people, action.people, to);
    if (reached.length === 0) {
      throw new ParleyError('bad_request', `Nothing was sent: I know no address of ${sayNames(unreached)}.`);
    }
    const letter = await renderMail(
      followUpMail({
        subject: cleanText(subject, limits.title),
        body: cleanParagraphs(body, mostText),
        sender: approver.name,
        meetingTitle: meeting.title,
        url: `${site}/meetings/${meeting.id}`,
      }),
    );
    for (const { email } of reached) {
      await enqueueMail(tx, {
        dedupeKey: `follow-up:${action.id}:${email}`,
        kind: 'follow_up',
        recipient: email,
        subject: cleanText(subject, limits.title),
        ...letter,
      });
    }
    const sent = `The mail goes to ${sayNames(reached.map(({ name }) => name))}.`;
    const missed = unreached.length > 0 ? ` I know no address of ${sayNames(unreached)}.` : '';
    return { message: sent + missed, made: [{ kind: 'mail', id: action.id }] };
  });
}
