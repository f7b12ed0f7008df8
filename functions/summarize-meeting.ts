/** What follows a meeting's transcript: the summary, again when other words count, with its tasks and decisions. */
import { NonRetriableError, RetryAfterError } from 'inngest';
import type { Db } from '../db/database.ts';
import { findMeeting, type Meeting } from '../db/queries/meetings.ts';
import { setStage } from '../db/queries/stages.ts';
import {
  findSummaryVersion,
  giveUpSummary,
  keepDraft,
  listDrafts,
  skipSummary,
  storeSummary,
} from '../db/queries/summaries.ts';
import type { Id, MeetingId } from '../lib/ids.ts';
import type { Summary } from '../lib/summary.ts';
import type { FunctionContext, FunctionParts } from './context.ts';
import { findByName } from './effects/choose-people.ts';
import { meetingCompleted, summaryRequested, transcriptRevised } from './events.ts';
import { chatDuring } from './summary/chat-context.ts';
import { SummaryModelError } from './summary/model-failure.ts';
import { settleSummary } from './summary/settle-summary.ts';
import { countParts, splitLines } from './summary/split-lines.ts';
import {
  digestInput,
  readSummaryInput,
  type SummaryInput,
  type SummaryWish,
} from './summary/summary-input.ts';
import type { SummaryModel, Written } from './summary/summary-model.ts';

/** Calls of the model at the same time, over all meetings. */
const modelCalls = 4;

export function createSummarizeMeeting(context: FunctionContext) {
  const { inngest, database, logger } = context;
  const { db } = database;
  return inngest.createFunction(
    {
      id: 'summarize-meeting',
      triggers: [
        meetingCompleted,
        // After corrections by a person the summary is written again when somebody asks for it.
        { event: transcriptRevised, if: "event.data.by != 'person'" },
        summaryRequested,
      ],
      // With the embedded runner's backoff these last a quarter of an hour.
      retries: 20,
      concurrency: [{ limit: modelCalls }, { limit: 1, key: 'event.data.meetingId' }],
      onFailure: async ({ event, step }) => {
        const { meetingId } = meetingCompleted.schema.parse(event.data.event.data);
        await step.run('give-up', () => giveUp(db, meetingId, event.data.error));
      },
    },
    async ({ event, step }) => {
      const { meetingId } = event.data;
      const asked = 'template' in event.data ? event.data : null;
      const plan = await step.run('plan-summary', () => planSummary(context, meetingId, asked));
      if (plan === null) return null;
      for (let part = 1; plan.parts > 1 && part <= plan.parts; part += 1) {
        await step.run(`write-part-${part}`, () => writePart(context, meetingId, { plan, part }));
      }
      await step.run('write-summary', () => writeWhole(context, meetingId, plan));
      const summaryId = await step.run('store-summary', () => storeWritten(context, meetingId, plan));
      logger.info({ meetingId, summaryId, parts: plan.parts }, 'summary stored');
      return summaryId;
    },
  );
}

interface Plan {
  wish: SummaryWish;
  inputDigest: string;
  parts: number;
}

/** Null where there is nothing to write; the stage says why. */
export async function planSummary(
  { database: { db }, summarizer, dateOffsetMs }: FunctionParts,
  meetingId: MeetingId,
  asked: SummaryWish | null,
): Promise<Plan | null> {
  const meeting = await findMeeting(db, meetingId);
  // A recording may be transcribed while the meeting goes on; its end is told in time.
  if (meeting?.status !== 'completed') return null;
  const newest = await findSummaryVersion(db, meetingId);
  const { template, instructions } = asked ?? newest ?? wishOf(meeting);
  const wish = { template, instructions };
  const input = await readSummaryInput(db, meeting, { wish, dateOffsetMs });
  if (input === null) await skipSummary(db, meetingId);
  else if (summarizer === null) await giveUpSummary(db, meetingId, noModel);
  if (input === null || summarizer === null) return null;
  const inputDigest = digestInput(input, summarizer.name);
  if (newest?.inputDigest === inputDigest) {
    await setStage(db, meetingId, 'summary', 'done', asked ? nothingNew(newest.version) : '');
    return null;
  }
  await setStage(db, meetingId, 'summary', 'working');
  return { wish, inputDigest, parts: countParts(input.lines, summarizer.mostTokens) };
}

const noModel =
  'No model is configured that writes summaries: set GEMINI_API_KEY, SUMMARY_BASE_URL or OPENAI_API_KEY.';
const nothingNew = (version: number) => `Nothing has changed since version ${version}.`;

const wishOf = ({ summaryTemplate, summaryInstructions }: Meeting): SummaryWish => ({
  template: summaryTemplate,
  instructions: summaryInstructions,
});

/** Summarises one part of a long meeting; one that was written before is not written again. */
export async function writePart(
  parts: FunctionParts,
  meetingId: MeetingId,
  { plan, part }: { plan: Plan; part: number },
): Promise<void> {
  await draft(parts, meetingId, { plan, part }, ({ brief, lines }, model) => {
    const { [part - 1]: own = [], [part]: next } = splitLines(lines, plan.parts);
    const fromMs = part === 1 ? 0 : (own[0]?.atMs ?? 0);
    const chat = chatDuring(brief.chat, { fromMs, untilMs: next?.[0]?.atMs ?? Number.POSITIVE_INFINITY });
    return model.write({ ...brief, chat, part: { number: part, of: plan.parts } }, own);
  });
}

/** Summarises the whole: of its lines, or of its parts where they were too many. */
export async function writeWhole(parts: FunctionParts, meetingId: MeetingId, plan: Plan): Promise<void> {
  const { db } = parts.database;
  await draft(parts, meetingId, { plan, part: 0 }, async ({ brief, lines }, model) => {
    if (plan.parts === 1) return model.write(brief, lines);
    const drafts = await listDrafts(db, { meetingId, inputDigest: plan.inputDigest });
    // Its messages were read with the parts.
    return model.merge(
      { ...brief, chat: [] },
      drafts.map(({ written }) => written),
    );
  });
}

async function draft(
  { database: { db }, summarizer, dateOffsetMs }: FunctionParts,
  meetingId: MeetingId,
  { plan: { wish, inputDigest }, part }: { plan: Plan; part: number },
  write: (input: SummaryInput, model: SummaryModel) => Promise<Written>,
): Promise<void> {
  const drafts = await listDrafts(db, { meetingId, inputDigest });
  if (drafts.some((each) => each.part === part)) return;
  const input = await readInput(db, meetingId, { wish, dateOffsetMs });
  if (!summarizer) throw new NonRetriableError(noModel);
  try {
    const written = await write(input, summarizer);
    await keepDraft(db, { meetingId, inputDigest, part, ...written });
  } catch (error) {
    if (!(error instanceof SummaryModelError)) throw error;
    if (!error.retryable) throw new NonRetriableError(error.message, { cause: error });
    await setStage(db, meetingId, 'summary', 'working', `${error.message} It is tried again.`);
    throw error.retryAfterMs === null ? error : new RetryAfterError(error.message, error.retryAfterMs);
  }
}

/** Makes the draft the newest version; repeated, it gives the same id. */
export async function storeWritten(
  { database: { db }, summarizer, dateOffsetMs }: FunctionParts,
  meetingId: MeetingId,
  { wish, inputDigest }: Plan,
): Promise<Id<'sum'>> {
  const drafts = await listDrafts(db, { meetingId, inputDigest });
  const whole = drafts.find(({ part }) => part === 0);
  if (!whole || !summarizer) {
    const stored = await findSummaryVersion(db, meetingId);
    if (stored?.inputDigest === inputDigest) return stored.id;
    throw new NonRetriableError('What the model had written is gone. Write the summary again.');
  }
  const { brief, lines, basis, members } = await readInput(db, meetingId, { wish, dateOffsetMs });
  const settled = settleSummary(whole.written, { lines, people: brief.people });
  const { name: model, by } = summarizer;
  const modelMs = drafts.reduce((sum, each) => sum + each.modelMs, 0);
  return storeSummary(
    db,
    { meetingId, ...wish, basis, by, model, inputDigest, modelMs, ...settled },
    { tasks: tasksOf(settled.content, members), decisions: settled.content.decisions },
  );
}

function tasksOf({ tasks }: Summary, members: SummaryInput['members']) {
  return tasks.map(({ owner, ...task }) => {
    const person = owner === null ? null : findByName(members, owner);
    return { ...task, ownerName: owner, ownerId: person?.id ?? null, ownerUserId: person?.userId ?? null };
  });
}

async function readInput(
  db: Db,
  meetingId: MeetingId,
  options: { wish: SummaryWish; dateOffsetMs: number },
): Promise<SummaryInput> {
  const meeting = await findMeeting(db, meetingId);
  const input = meeting && (await readSummaryInput(db, meeting, options));
  if (!input) throw new NonRetriableError('The transcript was deleted.');
  return input;
}

/** Errors of ours whose message is a sentence for people. */
const told = [NonRetriableError.name, RetryAfterError.name, SummaryModelError.name];

/** Says in the meeting why there is no summary, when nobody tries on. */
export async function giveUp(
  db: Db,
  meetingId: MeetingId,
  { name, message }: { name: string; message: string },
): Promise<void> {
  if (!(await findMeeting(db, meetingId))) return;
  await giveUpSummary(
    db,
    meetingId,
    told.includes(name) ? message : 'Something on our side did not work, several times.',
  );
}
