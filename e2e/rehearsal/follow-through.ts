/** Whether what was approved is really there: the meeting, its invitations by mail, the entry in the feed. */
import { z } from 'zod';
import type { ApprovalView } from '../../lib/assistant-messages.ts';
import { findPlans, readFeed, readMails } from './account-client.ts';
import { readCalendar } from './calendar-entries.ts';
import { messageOf } from './cast.ts';
import type { Company } from './company.ts';
import type { Evidence } from './evidence.ts';
import { speakerOf } from './find-utterance.ts';

/** What an approved `scheduleMeeting` has left in the world. */
export interface PlanFigures {
  actionId: string;
  title: string;
  /** The list of meetings of whoever approved it has it. */
  planned: boolean;
  /** Addresses that got an invitation whose calendar entry parses and says the same. */
  invited: string[];
  /** The calendar feed of whoever approved it has it. */
  inFeed: boolean;
}

const plan = z.object({ title: z.string(), startsAt: z.string() });

/** Looks after every meeting that was planned. `problems` says what could not be read. */
export async function followThrough(
  company: Company,
  evidence: Evidence,
): Promise<{ plans: PlanFigures[]; problems: string[] }> {
  const problems: string[] = [];
  const plans: PlanFigures[] = [];
  for (const view of evidence.approvals ?? []) {
    if (view.tool !== 'scheduleMeeting' || view.action?.status !== 'done') continue;
    plans.push(await lookFor(company, evidence, view, problems));
  }
  return { plans, problems };
}

async function lookFor(
  { owner, callers }: Company,
  evidence: Evidence,
  view: ApprovalView,
  problems: string[],
): Promise<PlanFigures> {
  const { title, startsAt } = plan.parse(view.arguments);
  const startsAtMs = Date.parse(startsAt);
  const approver = view.decision?.by?.id ?? view.approver.id;
  const caller = callers.get(speakerOf(evidence, approver) ?? '') ?? owner;
  const attempt = async <T>(fallback: T, look: () => Promise<T>): Promise<T> => {
    try {
      return await look();
    } catch (error) {
      problems.push(messageOf(error));
      return fallback;
    }
  };
  const isIt = (entry: { title: string; startsAtMs: number }) =>
    entry.title === title && entry.startsAtMs === startsAtMs;
  return {
    actionId: view.action?.id ?? '',
    title,
    planned: await attempt(false, async () => {
      const found = await findPlans(caller, title);
      return found.some((each) => isIt({ title: each.title, startsAtMs: each.scheduledAtMs ?? 0 }));
    }),
    invited: await attempt([], async () => {
      const mails = await readMails(owner, ({ createdAtMs }) => createdAtMs >= view.createdAtMs);
      const invitations = mails.filter(({ attachments }) =>
        attachments.some(({ contentType, content }) => {
          if (!contentType.startsWith('text/calendar')) return false;
          const { method, entries } = readCalendar(content);
          return method === 'REQUEST' && entries.some(isIt);
        }),
      );
      return invitations.map(({ recipient }) => recipient).toSorted();
    }),
    inFeed: await attempt(false, async () => readCalendar(await readFeed(caller)).entries.some(isIt)),
  };
}
