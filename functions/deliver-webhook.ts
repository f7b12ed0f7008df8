/** Brings one fact to one receiver: tried for about a day, under the same id each time. */
import type { Db } from '../db/database.ts';
import { findOwner } from '../db/queries/accounts.ts';
import { enqueueMail } from '../db/queries/mails.ts';
import {
  type DueDelivery,
  failDelivery,
  findDelivery,
  keepBody,
  noteAttempt,
  noteFailing,
  noteWorking,
  turnOff,
} from '../db/queries/webhook-deliveries.ts';
import type { Endpoint } from '../db/queries/webhook-endpoints.ts';
import type { Id } from '../lib/ids.ts';
import { renderMail } from '../lib/mail/render-mail.ts';
import { webhookOffMail } from '../lib/mail/webhook-off-mail.ts';
import { testEvent } from '../lib/webhooks/events.ts';
import type { FunctionContext, FunctionParts } from './context.ts';
import { webhookDue } from './events.ts';
import { judgeAnswer, type Verdict } from './webhooks/judge-answer.ts';
import { postWebhook, type WebhookAnswer } from './webhooks/post-webhook.ts';
import { writeBody } from './webhooks/write-body.ts';

/** Between tries, 24 hours in all. A test is tried once: somebody is looking. */
const waits = ['5s', '1m', '10m', '1h', '3h', '8h', '12h'];
/** A receiver that has taken nothing for so long is turned off. */
const patienceMs = 5 * 86_400_000;
/** At once, over all receivers, and to one of them: a slow one does not hold up the others. */
const concurrency = { all: 20, ofOne: 2 };

export function createDeliverWebhook(context: FunctionContext) {
  const { inngest, database, logger } = context;
  return inngest.createFunction(
    {
      id: 'deliver-webhook',
      triggers: [webhookDue],
      // Only the database can fail a step: with the embedded runner's backoff these last a quarter of an hour.
      retries: 20,
      concurrency: [{ limit: concurrency.all }, { limit: concurrency.ofOne, key: 'event.data.endpointId' }],
      onFailure: async ({ event, step }) => {
        const { deliveryId: id, round } = webhookDue.schema.parse(event.data.event.data);
        await step.run('give-up', () => failDelivery(database.db, { id, round }, ourFault));
      },
    },
    async ({ event, step }) => {
      const { deliveryId, endpointId, round } = event.data;
      const due = { deliveryId, round };
      for (const [index, wait] of [...waits, null].entries()) {
        const isLast = wait === null;
        const outcome = await step.run(`send-${index + 1}`, () => sendOnce(context, due, { isLast }));
        if (outcome !== 'again' || isLast) {
          logger.info({ deliveryId, endpointId, tries: index + 1, outcome }, 'webhook settled');
          return outcome;
        }
        await step.sleep(`wait-${index + 1}`, wait);
      }
    },
  );
}

const ourFault = 'Something on our side did not work, several times. Send it again.';

/** `over`: it is not this run's any more, or what it is about is deleted. */
export type Outcome = 'delivered' | 'failed' | 'again' | 'over';

/**
 * One try. Killed between sending and storing, it is sent again under the same id: a receiver may get it twice and
 * never as two.
 */
export async function sendOnce(
  parts: FunctionParts,
  { deliveryId, round }: { deliveryId: Id<'whd'>; round: number },
  { isLast }: { isLast: boolean },
): Promise<Outcome> {
  const { db } = parts.database;
  const due = await findDelivery(db, deliveryId);
  if (!due || due.delivery.round !== round) return 'over';
  const { delivery, endpoint } = due;
  if (delivery.state !== 'waiting') return delivery.state;
  const isTest = delivery.event === testEvent;
  if (endpoint.state !== 'on' && !isTest) {
    await failDelivery(db, delivery, 'Not sent: the endpoint is off.');
    return 'failed';
  }
  const written = delivery.body ?? (await writeBody(db, delivery, parts.site));
  const body = written && (await keepBody(db, delivery.id, written));
  if (body === null) {
    await failDelivery(db, delivery, 'Not sent: what it was about is deleted.');
    return 'over';
  }
  const secrets = secretsOf(parts, endpoint, new Date());
  const answer = await postWebhook({ url: endpoint.url, messageId: delivery.messageId, body, secrets });
  return storeAnswer(parts, due, answer, { isLast: isLast || isTest });
}

/** The newest one, and for a day the one before. */
export function secretsOf(
  { webhookSecrets }: Pick<FunctionParts, 'webhookSecrets'>,
  { id, secretVersion, olderSecretUntil }: Pick<Endpoint, 'id' | 'secretVersion' | 'olderSecretUntil'>,
  now: Date,
): string[] {
  const overlaps = olderSecretUntil !== null && olderSecretUntil > now;
  const versions = overlaps ? [secretVersion, secretVersion - 1] : [secretVersion];
  return versions.map((version) => webhookSecrets.secretOf(id, version));
}

/** What came back, and what it means for the endpoint, in one transaction. */
async function storeAnswer(
  { database: { db }, site }: FunctionParts,
  { delivery, endpoint }: DueDelivery,
  answer: WebhookAnswer,
  { isLast }: { isLast: boolean },
): Promise<Outcome> {
  const verdict = judgeAnswer(answer);
  const state =
    verdict.kind === 'taken' ? 'delivered' : verdict.kind === 'gone' || isLast ? 'failed' : 'waiting';
  return db.transaction(async (tx) => {
    const attempt = { state, status: answer.status, error: describe(verdict), ms: answer.ms } as const;
    if (!(await noteAttempt(tx, delivery, attempt))) return 'over';
    if (verdict.kind === 'taken') {
      await noteWorking(tx, endpoint.id);
      return 'delivered';
    }
    const failingSince = await noteFailing(tx, endpoint.id);
    const isHopeless = failingSince !== null && Date.now() - failingSince.getTime() > patienceMs;
    if (verdict.kind === 'gone') await retire(tx, { endpoint, site, state: 'gone' });
    else if (isHopeless) await retire(tx, { endpoint, site, state: 'failing' });
    return state === 'waiting' ? 'again' : 'failed';
  });
}

function describe(verdict: Verdict): string {
  if (verdict.kind === 'taken') return '';
  return verdict.kind === 'gone' ? 'It wants no more webhooks (410).' : verdict.reason;
}

/** Turns an endpoint off and writes to the owner of the installation, once. */
async function retire(
  tx: Parameters<Parameters<Db['transaction']>[0]>[0],
  { endpoint, site, state }: { endpoint: Endpoint; site: string; state: 'gone' | 'failing' },
): Promise<void> {
  if (!(await turnOff(tx, endpoint.id, state))) return;
  const owner = await findOwner(tx);
  if (!owner) return;
  const { name, url } = endpoint;
  const { subject, template } = webhookOffMail({ name, url, why: state, pageUrl: `${site}/webhooks` });
  const { html, text } = await renderMail(template);
  const dedupeKey = `webhook-off:${endpoint.id}:${Date.now()}`;
  await enqueueMail(tx, { dedupeKey, kind: 'webhook-off', recipient: owner.email, subject, html, text });
}
