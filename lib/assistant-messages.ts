/**
 * What passes between people, the AI participant and web about questions, proposals and their approval. Parsed on
 * both sides, like `messages.ts`. Times here are Unix milliseconds, except those of the transcript.
 */
import { z } from 'zod/mini';
import { answeredBySchema } from './answered-by.ts';
import { idSchema } from './id-schema.ts';
import { lineRefSchema } from './line-ref.ts';
import { limits, personaSchema } from './messages.ts';

export const assistantLimits = {
  /** Characters of a typed question. */
  question: 2_000,
  /** Characters of an answer. */
  answer: 20_000,
  /** Characters of the name of a tool, as a model may make one up. */
  toolName: 100,
  /** Characters of a proposal's arguments as JSON. */
  arguments: 20_000,
  /** Characters of the reason for a rejection. */
  reason: 500,
  /** How long a popup stays open before it becomes a badge, in milliseconds. */
  popupMs: 60_000,
  /** How long a proposal can be answered, unless it is about an earlier moment; in milliseconds. */
  approvalMs: 24 * 3_600_000,
  /** Proposals of one meeting that may wait for an answer at the same time. */
  pendingApprovals: 5,
} as const;

const unixMs = z.number();
const namedPerson = z.object({ id: idSchema('par'), name: z.string() });

export type LineRef = z.infer<typeof lineRefSchema>;

// --- questions and answers ------------------------------------------------------------------------------------

/** What somebody wants to know; all but `question` are ready-made. */
export const questionKindSchema = z.enum([
  'question',
  'catchUp',
  'mentions',
  'decisions',
  'openQuestions',
  'myTasks',
]);
export type QuestionKind = z.infer<typeof questionKindSchema>;

/** `me`: to the asker's panel only. `all`: aloud where the mode allows it, and to everyone's panel. */
export const audienceSchema = z.enum(['me', 'all']);
export type Audience = z.infer<typeof audienceSchema>;

export type AnsweredBy = z.infer<typeof answeredBySchema>;

export const askMethod = 'agent.ask';
/**
 * A question aloud is shorter than this, in milliseconds: whoever forgets to end a push does not talk to the AI
 * participant for the whole meeting.
 */
export const longestPushMs = 30_000;

/** Participant -> agent, RPC. `push`: the next words of this person are meant for the AI participant. */
export const askRequestSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ask'),
    kind: questionKindSchema,
    /** Empty for the ready-made ones. */
    question: z.string().check(z.maxLength(assistantLimits.question)),
    audience: audienceSchema,
  }),
  z.object({ type: z.literal('push'), active: z.boolean() }),
]);
export type AskRequest = z.infer<typeof askRequestSchema>;
/**
 * `replyId`: under which the answer will come; null for `push`. The agent alone chooses it, so that nobody can write
 * over another answer. `problem` is a sentence for the person: too many questions, off the record, ...
 */
export const askAnswerSchema = z.discriminatedUnion('accepted', [
  z.object({ accepted: z.literal(true), replyId: z.nullable(idSchema('rpl')) }),
  z.object({ accepted: z.literal(false), problem: z.string() }),
]);
export type AskAnswer = z.infer<typeof askAnswerSchema>;

/** One answer of the AI participant, or its greeting, or what it says about an action. */
export const replySchema = z.object({
  id: idSchema('rpl'),
  kind: z.union([questionKindSchema, z.enum(['greeting', 'result'])]),
  /** Null where nobody asked. */
  asker: z.nullable(namedPerson),
  question: z.string().check(z.maxLength(limits.line)),
  /** The line in which it was asked; null for typed questions. */
  cause: z.nullable(lineRefSchema),
  audience: audienceSchema,
  /** Citations stand in it as `[epoch.seq]`. */
  text: z.string().check(z.maxLength(assistantLimits.answer)),
  citations: z.array(lineRefSchema),
  by: answeredBySchema,
  spoken: z.boolean(),
  /** `failed`: `text` says why. */
  state: z.enum(['writing', 'done', 'interrupted', 'failed']),
  atMs: unixMs,
});
export type Reply = z.infer<typeof replySchema>;

/** Agent -> participant, RPC, again and again while it writes: each holds all of the text so far. */
export const answerMethod = 'agent.answer';
export const replyListSchema = z.object({ replies: z.array(replySchema) });

// --- proposals and their approval --------------------------------------------------------------------------------

export const approvalStates = ['pending', 'approved', 'edited', 'rejected', 'expired', 'cancelled'] as const;
export type ApprovalState = (typeof approvalStates)[number];
/** `unknown`: killed in the middle of something that must not be done twice; never repeated by itself. */
export const actionStatuses = ['waiting', 'running', 'done', 'failed', 'unknown'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

const toolArguments = z.record(z.string(), z.unknown());

/** Something that the person already has at the proposed time. */
export const conflictSchema = z.object({
  title: z.string(),
  startsAtMs: unixMs,
  durationMinutes: z.int(),
  /** Whose it is. */
  name: z.string(),
});
export type Conflict = z.infer<typeof conflictSchema>;

export const actionViewSchema = z.object({
  id: idSchema('act'),
  status: z.enum(actionStatuses),
  /** A sentence about the result or the failure; empty while it runs. */
  message: z.string(),
  finishedAtMs: z.nullable(unixMs),
});

/** A proposal as those who may see it see it. */
export const approvalViewSchema = z.object({
  id: idSchema('apr'),
  meetingId: idSchema('mtg'),
  tool: z.string(),
  /** Exactly what will run. */
  arguments: toolArguments,
  /** Of tool and arguments; a decision names it, so that nobody approves what they did not see. */
  digest: z.string(),
  askedBy: namedPerson,
  approver: namedPerson,
  /** What was said that led to it, without words until the line is stored; null for typed requests. */
  cause: z.nullable(z.extend(lineRefSchema, { speakerName: z.string(), text: z.string() })),
  conflicts: z.array(conflictSchema),
  state: z.enum(approvalStates),
  createdAtMs: unixMs,
  expiresAtMs: unixMs,
  decision: z.nullable(
    z.object({
      by: z.nullable(namedPerson),
      atMs: unixMs,
      reason: z.string(),
      original: z.nullable(toolArguments),
    }),
  ),
  action: z.nullable(actionViewSchema),
});
export type ApprovalView = z.infer<typeof approvalViewSchema>;

/** Agent -> participant, RPC: an `ApprovalView`; answered at once with `{ shown: true }`. */
export const approvalMethod = 'approval.request';
export const approvalShownSchema = z.object({ shown: z.literal(true) });

/**
 * `GET /api/meetings/:id/approvals`: all that wait, and the newest others. `mine`: those that the reader may decide
 * now; `withdrawable`: those that they may take back.
 */
export const approvalListSchema = z.object({
  approvals: z.array(approvalViewSchema),
  mine: z.array(idSchema('apr')),
  withdrawable: z.array(idSchema('apr')),
});

export type ApprovalList = z.infer<typeof approvalListSchema>;

/** Query of `GET /api/meetings/:id/actions`. `before`: the oldest that is known; left out for the newest. */
export const actionLogQuerySchema = z.object({ before: z.optional(idSchema('apr')) });

/** Its answer: a page of the proposals of the meeting, and who did what to them, in order. */
export const actionLogSchema = z.object({
  /** There are older ones. */
  more: z.boolean(),
  approvals: z.array(approvalViewSchema),
  log: z.array(
    z.object({
      id: z.int(),
      /** Null where something was asked for that never became a proposal; on the first page only. */
      approvalId: z.nullable(idSchema('apr')),
      event: z.enum([...approvalStates, ...actionStatuses, 'proposed', 'shown', 'refused']),
      atMs: unixMs,
      by: z.nullable(namedPerson),
      /** A sentence for people; may be empty. */
      note: z.string(),
    }),
  ),
});
export type ActionLog = z.infer<typeof actionLogSchema>;

/** `POST /api/meetings/:id/approvals/:approvalId/decision`. */
export const decideApprovalSchema = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approve'), digest: z.string().check(z.maxLength(100)) }),
  z.object({
    decision: z.literal('edit'),
    digest: z.string().check(z.maxLength(100)),
    arguments: toolArguments,
  }),
  z.object({
    decision: z.literal('reject'),
    digest: z.string().check(z.maxLength(100)),
    reason: z._default(z.string().check(z.maxLength(assistantLimits.reason)), ''),
  }),
  /** Takes it back before anybody has decided: whoever asked for it, or hosts the meeting. */
  z.object({ decision: z.literal('withdraw') }),
]);
export type DecideApproval = z.input<typeof decideApprovalSchema>;
export const approvalAnswerSchema = z.object({ approval: approvalViewSchema });

/** Agent -> web: `POST /api/agent/meetings/:id/proposals`. */
export const proposeSchema = z.object({
  /** The same call again, after a lost answer, has the same key. */
  key: z.string().check(z.minLength(1), z.maxLength(200)),
  tool: z.string().check(z.maxLength(assistantLimits.toolName)),
  arguments: z.unknown(),
  askedBy: idSchema('par'),
  /** A person as the model names them; null for whoever asked. */
  approver: z.nullable(z.string().check(z.maxLength(limits.name))),
  cause: z.nullable(lineRefSchema),
});
export type Propose = z.infer<typeof proposeSchema>;

// --- control of the AI participant ----------------------------------------------------------------------------

/** `POST /api/meetings/:id/assistant`, for those who moderate: what is left out stays as it is. */
export const controlAssistantSchema = z.object({
  mode: z.optional(personaSchema.shape.mode),
  /** Off the record: nothing is heard or stored until it ends. */
  paused: z.optional(z.boolean()),
  /** It listens and writes, and does not speak. */
  muted: z.optional(z.boolean()),
  /** It leaves, and comes back when this becomes false. */
  dismissed: z.optional(z.boolean()),
});
export type ControlAssistant = z.infer<typeof controlAssistantSchema>;

/** How the AI participant of a meeting is set now. */
export const assistantSettingsSchema = z.required(controlAssistantSchema);
export type AssistantSettings = z.infer<typeof assistantSettingsSchema>;

// --- web -> agent ---------------------------------------------------------------------------------------------

/** Data of the server-sent events of `GET /api/agent/meetings/:id/events`; the event's id resumes the stream. */
export const agentEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('approval.decided'), approval: approvalViewSchema }),
  z.object({ type: z.literal('action.finished'), approval: approvalViewSchema }),
]);
export type AgentEvent = z.infer<typeof agentEventSchema>;

export const openTaskSchema = z.object({
  id: idSchema('tsk'),
  text: z.string(),
  owner: z.nullable(z.string()),
  due: z.nullable(z.string()),
});
export type OpenTask = z.infer<typeof openTaskSchema>;

/** `GET /api/agent/meetings/:id/briefing`: what an agent must know when it comes, also in the middle. */
export const briefingSchema = z.object({
  people: z.array(z.extend(namedPerson, { present: z.boolean(), hasAddress: z.boolean() })),
  /** Of earlier meetings that everyone in this one may see, and of this one. */
  openTasks: z.array(openTaskSchema),
  greeted: z.boolean(),
  /** Proposals that wait for an answer. */
  pending: z.array(approvalViewSchema),
  /** Id of the newest agent event: where the stream starts when nothing was read yet. */
  lastEventId: z.string(),
});
export type Briefing = z.infer<typeof briefingSchema>;

/** Query of `GET /api/agent/meetings/:id/search`. */
export const searchPastSchema = z.object({
  q: z.string().check(z.maxLength(assistantLimits.question)),
  askedBy: idSchema('par'),
  audience: audienceSchema,
});

/** Its answer: lines of earlier meetings. */
export const pastLinesSchema = z.object({
  lines: z.array(
    z.object({
      meetingId: idSchema('mtg'),
      meetingTitle: z.string(),
      atMs: unixMs,
      speakerName: z.string(),
      text: z.string(),
    }),
  ),
});
export type PastLines = z.infer<typeof pastLinesSchema>;
