import { createId, type Id } from '../../lib/ids.ts';
import type { Joined } from '../../lib/messages.ts';

/** A poll of the person's, which is open to all votes. */
export async function askPoll(url: string, { meeting, apiToken }: Joined): Promise<Id<'pol'>> {
  const id = createId('pol');
  const answer = await fetch(`${url}/api/meetings/${meeting.id}/polls/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ question: 'When?', choices: ['Now', 'Later'], launch: true }),
  });
  if (!answer.ok) throw new Error(`the poll was answered ${answer.status}`);
  await answer.body?.cancel();
  return id;
}
