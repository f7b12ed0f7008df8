/** Everything that the AI participant may propose, one file each beside this one. */
import { createTask } from './create-task.ts';
import { endMeeting } from './end-meeting.ts';
import { recordDecision } from './record-decision.ts';
import { scheduleMeeting } from './schedule-meeting.ts';
import { sendFollowUpMail } from './send-follow-up-mail.ts';
import type { EffectTool } from './tool.ts';

export const effectTools: readonly EffectTool[] = [
  scheduleMeeting,
  createTask,
  sendFollowUpMail,
  recordDecision,
  endMeeting,
];

export function findEffectTool(name: string): EffectTool | undefined {
  return effectTools.find((tool) => tool.name === name);
}
