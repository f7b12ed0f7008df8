import type { Effects } from '../../lib/tools/effects.ts';
import type { FunctionParts } from '../context.ts';
import { addTask } from './add-task.ts';
import { endMeeting } from './end-meeting.ts';
import { mailPeople } from './mail-people.ts';
import { planMeeting } from './plan-meeting.ts';
import { recordDecision } from './record-decision.ts';

/** Everything that tools can change, on the database. */
export function createEffects(parts: FunctionParts): Effects {
  return {
    planMeeting: (action, plan) => planMeeting(parts, action, plan),
    addTask: (action, task) => addTask(parts, action, task),
    mailPeople: (action, mail) => mailPeople(parts, action, mail),
    recordDecision: (action, decision) => recordDecision(parts, action, decision),
    endMeeting: (action) => endMeeting(parts, action),
  };
}
