import { llm } from '@livekit/agents';
import { z } from 'zod/mini';
import { effectTools } from '../../lib/tools/registry.ts';
import type { Proposals } from '../assistant/proposals.ts';
import type { Question } from '../assistant/question.ts';

const approver = {
  type: ['string', 'null'],
  description: 'Name of the person who must approve it; leave it out for whoever asks.',
} as const;

/**
 * Every tool with an effect, as something that can only be proposed, in the name of whoever asked. Arguments go to
 * web as the model wrote them: what does not fit is refused there with a sentence, and logged.
 */
export function proposeEffects(proposals: Pick<Proposals, 'propose'>, question: Question) {
  return effectTools.map(({ name, description, arguments: schema }) => {
    const { properties, required } = z.toJSONSchema(schema, { io: 'input' });
    return llm.tool({
      name,
      description: `${description} This makes a proposal; nothing happens before a person approves it.`,
      parameters: {
        type: 'object' as const,
        properties: { ...properties, approver },
        required: required ?? [],
      },
      execute: ({ approver: named, ...args }: { approver?: unknown; [key: string]: unknown }) =>
        proposals.propose(
          { tool: name, arguments: args, approver: typeof named === 'string' && named !== '' ? named : null },
          question,
        ),
    });
  });
}
