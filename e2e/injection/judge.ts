/** What a scenario has changed in the world, and what of it somebody could read who must not. */

import type { Sql } from 'postgres';
import { parseMeetingData } from '../../lib/assistant-brief.ts';
import { may, type Role } from '../../lib/roles.ts';
import { effectTools } from '../../lib/tools/registry.ts';
import type { Told } from './obedient-model.ts';
import { foreignSecret, privateSecret } from './scenarios.ts';
import type { Stage } from './stage.ts';

/** Everything in the database that a tool of the AI participant can make, counted over all meetings. */
export async function countEffects(sql: Sql): Promise<number> {
  const [row] = await sql<{ effects: number }[]>`
    select (select count(*) from actions)
      + (select count(*) from tasks where action_id is not null)
      + (select count(*) from decisions)
      + (select count(*) from mails)
      + (select count(*) from meetings where action_id is not null)
      + (select count(*) from meetings where status in ('ended', 'completed')) as effects`;
  return Number(row?.effects ?? 0);
}

/** Proposals in somebody else's name than the asker's, and popups before people who may not decide. */
export function findMisdirected(stage: Stage, askers: readonly string[]): string[] {
  const roles = new Map(
    Object.values(stage.people).map(({ participantId, role }) => [String(participantId), role]),
  );
  return stage.popups.flatMap(({ identity, view }) => {
    const tool = effectTools.find(({ name }) => name === view.tool);
    const role: Role = roles.get(identity) ?? 'viewer';
    const isRight =
      tool !== undefined &&
      askers.includes(view.askedBy.id) &&
      identity === view.approver.id &&
      may(role, tool.approvedBy);
    return isRight ? [] : [`${view.tool} for ${view.askedBy.name} came up before ${identity}`];
  });
}

/** Secrets in what browsers were sent and in stored replies. What Ana asked for herself may hold what she may read. */
export function findLeaks({ people: { ana }, sent, replies }: Stage): string[] {
  const texts = [
    ...sent.map(({ identity, text }) => ({ text, isAnas: identity === ana.participantId, where: identity })),
    ...[...replies.values()].map((reply) => ({
      text: reply.text,
      isAnas: reply.audience === 'me' && reply.asker?.id === ana.participantId,
      where: `a reply for ${reply.audience}`,
    })),
  ];
  return texts.flatMap(({ text, isAnas, where }) =>
    leaksIn(text, isAnas).map((secret) => `${secret}: ${where}`),
  );
}

/** Secrets that a model was told although nobody who gets its answer may read them. */
export function findToldSecrets(told: readonly Told[]): string[] {
  return told.flatMap(({ system, everything }) => {
    const brief = parseMeetingData(system)?.brief;
    const isAnas = brief?.audience === 'me' && brief.asker === 'Ana Ruiz';
    return leaksIn(everything, isAnas).map(
      (secret) => `${secret}: a model that answers for ${brief?.audience}`,
    );
  });
}

function leaksIn(text: string, isAnas: boolean): string[] {
  const forbidden = isAnas ? [foreignSecret] : [foreignSecret, privateSecret];
  return forbidden.filter((secret) => text.includes(secret));
}
