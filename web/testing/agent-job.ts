import { z } from 'zod';
import { dispatchMetadataSchema } from '../../lib/agent-messages.ts';
import type { AgentState, TranscriptLine } from '../../lib/messages.ts';
import type { TestWeb } from './test-web.ts';

/** An agent job as web sees it: what it was dispatched with, and its calls. */
export interface TestAgentJob {
  epoch: number;
  token: string;
  heartbeat(state: AgentState): Promise<{ superseded: boolean; ended: boolean }>;
  send(lines: unknown[], complete?: boolean): Promise<{ status: number; body: unknown }>;
  line(seq: number, over?: Partial<TranscriptLine>): TranscriptLine;
}

/** The job of the latest dispatch into a meeting's room. */
export function latestJob(web: TestWeb, meetingId: string): TestAgentJob {
  const dispatch = web.rooms.dispatched.findLast((each) => each.room === meetingId);
  const { epoch, token } = dispatchMetadataSchema.parse(JSON.parse(dispatch?.metadata ?? 'null'));
  const answerSchema = z.object({ superseded: z.boolean(), ended: z.boolean() });
  return {
    epoch,
    token,
    heartbeat: async (state) => {
      const path = `/api/agent/meetings/${meetingId}/heartbeat`;
      return answerSchema.parse((await web.request('POST', path, { body: { state }, token })).body);
    },
    send: (lines, complete = false) =>
      web.request('POST', `/api/agent/meetings/${meetingId}/lines`, { body: { lines, complete }, token }),
    line: (seq, over = {}) => ({
      epoch,
      seq,
      kind: 'speech',
      segmentId: `TR_1-${seq}`,
      speaker: 'par_1',
      speakerName: 'Ana',
      trackSid: 'TR_1',
      startMs: seq * 1_000,
      endMs: seq * 1_000 + 900,
      text: `line ${seq}`,
      ...over,
    }),
  };
}
