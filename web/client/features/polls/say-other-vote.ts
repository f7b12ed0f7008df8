import { toast } from 'sonner';
import type { OwnPoll } from '../../../../lib/poll-messages.ts';

/** Says so when another vote of this person counts: one from another window was first. */
export function sayOtherVote({ mine }: OwnPoll, choices: readonly number[]): void {
  const isSame =
    mine?.choices.length === choices.length && choices.every((each) => mine.choices.includes(each));
  if (!isSame)
    toast.info('You have voted in another window meanwhile. That vote counts; you can change it here.');
}
