import type { z } from 'zod/mini';
import type { Id, MeetingId, ParticipantId } from '../ids.ts';
import type { Permission } from '../roles.ts';
import type { Effects, ToolResult } from './effects.ts';

/** How one argument is shown to a person, and edited. */
export interface ToolField<Key extends string = string> {
  key: Key;
  label: string;
  /**
   * `line` and `text`: words, of one line and of many. `moment`: ISO 8601 with offset. `date`: `2026-03-08`.
   * `minutes`: a whole number. `name` and `names`: people as they are called in the meeting.
   */
  kind: 'line' | 'text' | 'moment' | 'date' | 'minutes' | 'name' | 'names';
  /** May be left empty, which is `null` in the arguments. */
  optional?: boolean;
  /** A model may leave the names out: the proposal then names everyone who was let into the meeting by then. */
  emptyMeansEveryone?: boolean;
}

/**
 * A person behind a name in the arguments, settled when the proposal was made: who comes later under the same name is
 * not meant. One name can stand for several people where everyone is meant.
 */
export interface MeantPerson {
  name: string;
  id: ParticipantId;
}

/** Who asked for an effect, who approved it, where, and whom the names in its arguments mean. */
export interface ApprovedAction {
  id: Id<'act'>;
  meetingId: MeetingId;
  askedBy: ParticipantId;
  approvedBy: ParticipantId;
  people: readonly MeantPerson[];
}

/** Something the AI participant may propose and a person decides about. */
export interface EffectTool<Args extends Record<string, unknown> = Record<string, unknown>> {
  /** As models call it: a camelCase verb. */
  name: string;
  /** For the model: what it does and when to use it. */
  description: string;
  arguments: z.ZodMiniType<Args>;
  /** For a person: a verb and its object, such as `Schedule a meeting`. */
  title: string;
  fields: readonly ToolField<Extract<keyof Args, string>>[];
  /** What someone must be allowed to do in the meeting to approve it. */
  approvedBy: Permission;
  /** Pending proposals end then at the latest; Unix time in milliseconds, null where the arguments name no moment. */
  endsAtMs(args: Args): number | null;
  /** True where doing it again under the same action changes nothing: a killed execution is then repeated. */
  repeatable: boolean;
  execute(effects: Effects, args: Args, action: ApprovedAction): Promise<ToolResult>;
}

/** Keeps the type of the arguments within the file of a tool; whoever reads the registry parses them first. */
export function defineTool<Args extends Record<string, unknown>>(tool: EffectTool<Args>): EffectTool {
  const read = (args: Record<string, unknown>) => tool.arguments.parse(args);
  return {
    ...tool,
    endsAtMs: (args) => tool.endsAtMs(read(args)),
    execute: (effects, args, action) => tool.execute(effects, read(args), action),
  };
}
