import type { Member } from '../../db/queries/members.ts';
import { may } from '../../lib/roles.ts';
import type { EffectTool } from '../../lib/tools/tool.ts';
import { ambiguous, type Checked, refuse } from './check-arguments.ts';
import { resolvePerson } from './resolve-person.ts';

/**
 * Who is asked: the person named, or who wanted it when nobody is. The one who is named must be here to see the
 * popup, and both must be allowed to decide.
 */
export function findApprover(
  members: readonly Member[],
  { tool, askedBy, name }: { tool: EffectTool; askedBy: Member; name: string | null },
): Checked<Member> {
  const named = name === null ? { ok: true as const, value: askedBy } : findNamed(members, name);
  if (!named.ok) return named;
  const approver = named.value;
  if (approver.id !== askedBy.id && !approver.present) {
    return refuse('not_present', `${approver.name} is not in the meeting now.`);
  }
  if (!may(approver.role, tool.approvedBy)) {
    const others = members.filter(({ present, role }) => present && may(role, tool.approvedBy));
    const hint = others.length > 0 ? ` ${others.map((each) => each.name).join(' or ')} can.` : '';
    return refuse('forbidden', `${approver.name} may not approve that.${hint}`);
  }
  return { ok: true, value: approver };
}

function findNamed(members: readonly Member[], name: string): Checked<Member> {
  const found = resolvePerson(members, name);
  if (found.kind === 'one') return { ok: true, value: found.person };
  if (found.kind === 'several') return ambiguous(name, found.people);
  return refuse('unknown_person', `I do not know anybody in this meeting who is called ${name}.`);
}
