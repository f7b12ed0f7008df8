import { type Context, Hono } from 'hono';
import type { z } from 'zod/mini';
import { ParleyError } from '../../lib/errors.ts';
import { idSchema } from '../../lib/id-schema.ts';
import {
  castVoteSchema,
  type PollList,
  type pollAnswerSchema,
  type Voters,
  writePollSchema,
} from '../../lib/poll-messages.ts';
import { authoriseMember } from '../authorise.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting } from '../meeting-access.ts';
import { parseBody } from '../parse-body.ts';
import { castVote } from '../polls/cast-vote.ts';
import { deletePollFor, endPollFor } from '../polls/close-poll.ts';
import { listPollsFor, readVoters } from '../polls/list-polls.ts';
import { writePoll } from '../polls/write-poll.ts';

type Answer = z.infer<typeof pollAnswerSchema>;

/** Questions to everyone in a meeting, and what they vote for. Mounted at `/api/meetings`. */
export function pollRoutes(context: WebContext): Hono {
  const app = new Hono();
  const member = (c: Context) => authoriseMember(context, c, c.req.param('id') ?? '');

  app.get('/:id/polls', async (c) => {
    const access = await accessMeeting(context, c, c.req.param('id'));
    return c.json((await listPollsFor(context, access)) satisfies PollList);
  });

  app.put('/:id/polls/:pollId', async (c) => {
    const person = await member(c);
    const wish = await parseBody(c, writePollSchema);
    return c.json({ poll: await writePoll(context, person, pollIdOf(c), wish) } satisfies Answer);
  });

  app.delete('/:id/polls/:pollId', async (c) => {
    await deletePollFor(context, await member(c), pollIdOf(c));
    return c.body(null, 204);
  });

  app.post('/:id/polls/:pollId/vote', async (c) => {
    const person = await member(c);
    const vote = await parseBody(c, castVoteSchema);
    return c.json({ poll: await castVote(context, person, pollIdOf(c), vote) } satisfies Answer);
  });

  app.post('/:id/polls/:pollId/end', async (c) => {
    return c.json({ poll: await endPollFor(context, await member(c), pollIdOf(c)) } satisfies Answer);
  });

  app.get('/:id/polls/:pollId/voters', async (c) => {
    const { meeting } = await accessMeeting(context, c, c.req.param('id'));
    const ref = { id: pollIdOf(c), meetingId: meeting.id };
    return c.json((await readVoters(context, ref)) satisfies Voters);
  });

  return app;
}

function pollIdOf(c: Context) {
  const { data } = idSchema('pol').safeParse(c.req.param('pollId'));
  if (!data) throw new ParleyError('not_found', 'There is no such poll.');
  return data;
}
