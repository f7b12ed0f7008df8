/** Says what became of proposals: aloud where everyone may know, else to whoever asked; each once. */
import type { AgentEvent, AnsweredBy, Reply } from '../../lib/assistant-messages.ts';
import type { Voice } from '../voice/voice.ts';
import { outcomeSentence } from './outcome-sentence.ts';
import type { Proposals } from './proposals.ts';
import type { Replies } from './replies.ts';

interface TellOutcomesOptions {
  proposals: Pick<Proposals, 'changed' | 'audienceOf'>;
  replies: Pick<Replies, 'publish'>;
  voice: Pick<Voice, 'say'>;
  isAudible: () => boolean;
  by: AnsweredBy;
}

export function tellOutcomes(options: TellOutcomesOptions): (event: AgentEvent) => Promise<void> {
  const { proposals, replies, voice, isAudible, by } = options;
  const told = new Set<string>();
  return async (event) => {
    const { approval } = event;
    proposals.changed(approval);
    const outcome = outcomeSentence(event);
    if (!outcome || told.has(outcome.replyId)) return;
    told.add(outcome.replyId);
    const { replyId: id, text } = outcome;
    const reply: Reply = {
      id,
      kind: 'result',
      asker: approval.askedBy,
      question: '',
      cause: approval.cause && { epoch: approval.cause.epoch, seq: approval.cause.seq },
      audience: proposals.audienceOf(approval),
      text,
      citations: [],
      by,
      spoken: false,
      state: 'writing',
      atMs: Date.now(),
    };
    const aloud = reply.audience === 'all' && isAudible();
    if (aloud) replies.publish(reply);
    const spoken = aloud && (await voice.say({ id, text })).spokenText !== '';
    replies.publish({ ...reply, spoken, state: 'done' });
  };
}
