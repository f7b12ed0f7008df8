/** What is sent: the fact as docs/WEBHOOKS.md describes it, and nothing beside it. */
import type { Tx } from '../../db/database.ts';
import type { Delivery } from '../../db/queries/webhook-deliveries.ts';
import { findActionFact, findMeetingFact, findSummaryFact } from '../../db/queries/webhook-facts.ts';
import { type WebhookBody, webhookBodySchema } from '../../lib/webhooks/events.ts';

/** As JSON; null when what it is about is deleted. */
export async function writeBody(db: Tx, delivery: Delivery, site: string): Promise<string | null> {
  const body = await describeFact(db, delivery, site);
  return body && JSON.stringify(webhookBodySchema.parse(body));
}

async function describeFact(db: Tx, delivery: Delivery, site: string): Promise<WebhookBody | null> {
  const { event, meetingId, subjectId } = delivery;
  const timestamp = delivery.createdAt.toISOString();
  if (event === 'webhook.test') return { type: event, timestamp, data: { url: `${site}/webhooks` } };
  if (meetingId === null) return null;
  const meeting = await findMeetingFact(db, meetingId);
  if (!meeting?.startedAt) return null;
  const about = { meetingId, title: meeting.title, url: `${site}/meetings/${meetingId}` };
  switch (event) {
    case 'meeting.finished': {
      const { startedAt, endedAt, people, lines, gaps } = meeting;
      if (!endedAt) return null;
      const times = { startedAt: startedAt.toISOString(), endedAt: endedAt.toISOString() };
      return {
        type: event,
        timestamp,
        data: { ...about, ...times, people, lines: lines ?? 0, gaps: gaps ?? 0 },
      };
    }
    case 'summary.ready': {
      const summary = await findSummaryFact(db, subjectId);
      if (!summary) return null;
      const { id: summaryId, version, basis, template, by, content } = summary;
      const { decisions, tasks, questions } = content;
      const counts = { decisions: decisions.length, tasks: tasks.length, questions: questions.length };
      return {
        type: event,
        timestamp,
        data: { ...about, summaryId, version, basis, template, by, ...counts },
      };
    }
    case 'action.done': {
      const action = await findActionFact(db, subjectId);
      if (!action?.finishedAt) return null;
      const { id: actionId, tool } = action;
      const finishedAt = action.finishedAt.toISOString();
      return { type: event, timestamp, data: { ...about, actionId, tool, finishedAt } };
    }
    default:
      return event satisfies never;
  }
}
