/** A chat request as OpenAI documents it, read as what the rules need to know. */
import { z } from 'zod';
import { parseArchiveData } from '../../../lib/archive-brief.ts';
import { type AssistantBrief, type BriefLine, parseMeetingData } from '../../../lib/assistant-brief.ts';
import type { Asked } from './turn.ts';

const maxMessages = 500;

const textSchema = z
  .union([z.string(), z.array(z.object({ type: z.literal('text'), text: z.string() }))], {
    error: 'must be text; images and sound are not understood',
  })
  .transform((content) =>
    typeof content === 'string' ? content : content.map(({ text }) => text).join('\n'),
  );

const messageSchema = z.discriminatedUnion('role', [
  z.object({ role: z.enum(['system', 'developer', 'user']), content: textSchema }),
  z.object({
    role: z.literal('assistant'),
    content: textSchema.nullish(),
    tool_calls: z.array(z.object({ id: z.string(), function: z.object({ name: z.string() }) })).nullish(),
  }),
  z.object({ role: z.literal('tool'), content: textSchema, tool_call_id: z.string() }),
]);

export const messagesSchema = z
  .array(messageSchema, { error: 'must be a list of messages' })
  .min(1, 'is empty')
  .max(maxMessages, `has more than ${maxMessages} messages`);
export type Message = z.infer<typeof messageSchema>;

/** Null where no system message holds the facts of a meeting: there is nothing that rules could answer from. */
export function readMessages(messages: readonly Message[], tools: readonly string[]): Asked | null {
  const data = meetingDataOf(messages);
  const last = messages.findLastIndex(({ role }) => role === 'user');
  if (!data || last < 0) return null;
  return {
    ...data,
    request: messages[last]?.content ?? '',
    exchanges: exchangesOf(messages.slice(0, last)),
    tools,
    results: resultsOf(messages.slice(last + 1)),
  };
}

/** Null where no system message holds excerpts of meetings. */
export function readArchiveQuestion(messages: readonly Message[]): ReturnType<typeof parseArchiveData> {
  return dataOf(messages, parseArchiveData);
}

function meetingDataOf(messages: readonly Message[]): { brief: AssistantBrief; lines: BriefLine[] } | null {
  return dataOf(messages, parseMeetingData);
}

/** Of the last system message that holds any. */
function dataOf<T>(messages: readonly Message[], parse: (content: string) => T | null): T | null {
  for (const { role, content } of [...messages].reverse()) {
    const data = role === 'system' || role === 'developer' ? parse(content) : null;
    if (data) return data;
  }
  return null;
}

function exchangesOf(messages: readonly Message[]): Asked['exchanges'] {
  return messages.flatMap(({ role, content }, i) => {
    const answer = messages[i + 1];
    return role === 'user' && answer?.role === 'assistant' && answer.content
      ? [{ question: content, answer: answer.content }]
      : [];
  });
}

function resultsOf(messages: readonly Message[]): Asked['results'] {
  const names = new Map<string, string>();
  return messages.flatMap((message) => {
    if (message.role === 'assistant') {
      for (const call of message.tool_calls ?? []) names.set(call.id, call.function.name);
    }
    if (message.role !== 'tool') return [];
    return [{ tool: names.get(message.tool_call_id) ?? '', content: message.content }];
  });
}
