import type { OwnPoll } from '../../../../lib/poll-messages.ts';

/** How many took part, in words. */
export function describeTurnout({
  state,
  voted,
  counts,
}: Pick<OwnPoll, 'state' | 'voted' | 'counts'>): string {
  const who = voted === 0 ? 'Nobody' : voted === 1 ? '1 person' : `${voted} people`;
  if (state === 'ended') return `${who} voted.`;
  const soFar = voted === 0 ? 'Nobody has voted yet.' : `${who} ${voted === 1 ? 'has' : 'have'} voted.`;
  return counts ? soFar : `${soFar} ${later}`;
}

const later = 'Results are shown when the poll ends.';

/** What a person should know before they vote. */
export function describePrivacy({ anonymous, results }: Pick<OwnPoll, 'anonymous' | 'results'>): string {
  const who = anonymous
    ? 'Anonymous: nobody sees who votes for what.'
    : 'Everyone can see who votes for what.';
  return results === 'end' ? `${who} ${later}` : who;
}

/** Of those who voted, in whole percent; 0 where nobody has. */
export function shareOf(votes: number, voted: number): number {
  return voted === 0 ? 0 : Math.round((votes / voted) * 100);
}
