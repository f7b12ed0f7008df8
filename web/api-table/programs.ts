import { z } from 'zod/mini';
import {
  heartbeatRequestSchema,
  heartbeatResponseSchema,
  ingestRequestSchema,
  ingestResponseSchema,
  workerReportSchema,
} from '../../lib/agent-messages.ts';
import {
  approvalAnswerSchema,
  briefingSchema,
  pastLinesSchema,
  proposeSchema,
  replySchema,
} from '../../lib/assistant-messages.ts';
import { healthSchema, transcriptPageSchema } from '../../lib/messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const agentGroup: ApiGroup = {
  name: 'Agent',
  routes: [
    describeRoute('POST /api/agent/meetings/:id/lines', {
      summary: 'Store final lines, once each',
      access: 'agentJob',
      request: ingestRequestSchema,
      answer: { status: 200, schema: ingestResponseSchema },
    }),
    describeRoute('POST /api/agent/meetings/:id/heartbeat', {
      summary: 'Say that the job lives, and hear whether it is still wanted',
      access: 'agentJob',
      request: heartbeatRequestSchema,
      answer: { status: 200, schema: heartbeatResponseSchema },
    }),
    describeRoute('POST /api/agent/meetings/:id/proposals', {
      summary: 'Propose something to a person; the same proposal again finds the first one',
      access: 'agentJob',
      request: proposeSchema,
      answer: { status: 200, schema: approvalAnswerSchema },
    }),
    describeRoute('POST /api/agent/meetings/:id/approvals/:approvalId/shown', {
      summary: 'Say that the approver has a proposal on screen',
      access: 'agentJob',
      answer: { status: 204 },
    }),
    describeRoute('GET /api/agent/meetings/:id/events', {
      summary: 'Server-sent events: decisions and results; `Last-Event-ID` resumes',
      access: 'agentJob',
      query: { after: 'Id of the last event that is known, where `Last-Event-ID` cannot be sent' },
      answer: { status: 200 },
    }),
    describeRoute('POST /api/agent/meetings/:id/replies', {
      summary: 'Store an answer of the AI participant, or its newer state',
      access: 'agentJob',
      request: replySchema,
      answer: { status: 204 },
    }),
    describeRoute('GET /api/agent/meetings/:id/search', {
      summary: 'Lines of earlier meetings that the asker, or everyone present, may read',
      access: 'agentJob',
      query: {
        q: 'Words',
        askedBy: 'Id of the person who asked',
        audience: '`me`: for the panel of whoever asked; `all`: to be said aloud',
      },
      answer: { status: 200, schema: pastLinesSchema },
    }),
    describeRoute('GET /api/agent/meetings/:id/transcript', {
      summary: 'One page of the stored transcript',
      access: 'agentJob',
      query: { after: 'Cursor `epoch.seq` of the last line that is known; left out: from the start' },
      answer: { status: 200, schema: transcriptPageSchema },
    }),
    describeRoute('GET /api/agent/meetings/:id/briefing', {
      summary: 'What an agent must know when it comes',
      access: 'agentJob',
      answer: { status: 200, schema: briefingSchema },
    }),
    describeRoute('POST /api/agent/workers', {
      summary: 'Say that a worker lives',
      access: 'agentWorker',
      request: workerReportSchema,
      answer: { status: 204 },
    }),
  ],
};

export const systemGroup: ApiGroup = {
  name: 'System',
  routes: [
    describeRoute('GET /api/health', {
      summary: 'Every part; 503 when one is down',
      access: 'anyone',
      answer: { status: 200, schema: healthSchema },
    }),
    describeRoute('GET /api/ready', {
      summary: 'Whether this process can serve requests',
      access: 'anyone',
      answer: { status: 200, schema: z.object({ status: z.literal('ok') }) },
    }),
    describeRoute('GET /api/openapi.json', {
      summary: 'This document',
      access: 'anyone',
      answer: { status: 200, schema: z.looseObject({ openapi: z.string() }) },
    }),
    describeRoute('POST /api/webhooks/livekit', {
      summary: "LiveKit's webhooks, signed with its API secret",
      access: 'livekit',
      answer: { status: 204 },
    }),
  ],
};
