/** What follows a request to see a meeting: one mail to each of its hosts. */
import { accessRequestedKind, findOpenRequest, listHosts } from '../db/queries/access-requests.ts';
import { enqueueMail } from '../db/queries/mails.ts';
import type { Id } from '../lib/ids.ts';
import { accessRequestedMail } from '../lib/mail/access-mails.ts';
import { renderMail } from '../lib/mail/render-mail.ts';
import type { FunctionContext, FunctionParts } from './context.ts';
import { accessRequested } from './events.ts';

export function createMailAccessRequest(context: FunctionContext) {
  return context.inngest.createFunction(
    {
      id: 'mail-access-request',
      triggers: [accessRequested],
      // As in mail-summary: all that can fail is the database.
      retries: 20,
      concurrency: { limit: 5 },
    },
    async ({ event, step }) => {
      const { requestId } = event.data;
      const mails = await step.run('write-mails', () => writeAccessMails(context, requestId));
      context.logger.info({ requestId, mails }, 'request for access mailed');
      return mails;
    },
  );
}

/** How many mails were written; 0 where the request reaches nobody, was answered, or was mailed before. */
export async function writeAccessMails(
  { database: { db }, site }: Pick<FunctionParts, 'database' | 'site'>,
  requestId: Id<'arq'>,
): Promise<number> {
  const asked = await findOpenRequest(db, requestId);
  if (!asked) return 0;
  const { meeting, user, request } = asked;
  const { subject, template } = accessRequestedMail({
    meetingTitle: meeting.title,
    name: user.name,
    email: user.email,
    emailProven: user.emailVerified,
    note: request.note,
    url: `${site}/meetings/${meeting.id}`,
  });
  const letter = {
    kind: accessRequestedKind,
    meetingId: meeting.id,
    subject,
    ...(await renderMail(template)),
  };
  const hosts = await listHosts(db, meeting.id);
  const written = await db.transaction((tx) =>
    Promise.all(
      hosts.map((host) =>
        enqueueMail(tx, {
          ...letter,
          recipient: host.email,
          dedupeKey: `${accessRequestedKind}:${requestId}:${user.id}:${host.id}`,
        }),
      ),
    ),
  );
  return written.filter(Boolean).length;
}
