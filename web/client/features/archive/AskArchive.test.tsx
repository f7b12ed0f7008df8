import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { AskEvent, Citation } from '../../../../lib/archive-messages.ts';
import { inRouter } from '../../ui/testing.tsx';
import { AskArchive } from './AskArchive.tsx';

afterEach(cleanup);

const citation: Citation = {
  number: 1,
  meetingId: 'mtg_01JD0000000000000000000000',
  title: 'Kickoff',
  atMs: 0,
  line: { epoch: 1, seq: 7 },
  startMs: 187_000,
  speaker: 'Ana Ruiz',
  text: 'The launch moves to May.',
};
const start: AskEvent = { type: 'start', by: 'rules', meetings: 2 };
const statement: AskEvent = { type: 'statement', text: 'It moves to May.', citations: [citation] };
const end = (found: boolean): AskEvent => ({ type: 'end', found, dropped: 0, problem: null });

/** Web, answering each question with the next list of events; `bodies` are the questions. */
async function startAnswers(...answers: (AskEvent[] | number)[]) {
  const bodies: unknown[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece) => {
      text += piece;
    });
    request.on('end', () => {
      const answer = answers[bodies.length] ?? [];
      bodies.push({ path: request.url, ...JSON.parse(text) });
      if (typeof answer === 'number') {
        const error = { code: 'rate_limited', message: 'Too many attempts.' };
        response.writeHead(answer).end(JSON.stringify({ error }));
      } else {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end(answer.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
    `http://127.0.0.1:${port}/`,
  );
  return {
    bodies,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function ask(question: string) {
  const user = userEvent.setup();
  await user.type(await screen.findByRole('textbox'), question);
  await user.click(screen.getByRole('button', { name: 'Ask' }));
}

describe(AskArchive, () => {
  test('shows the answer with links to its lines, and asks on with what was said before', async () => {
    await using web = await startAnswers([start, statement, end(true)], [start, end(false)]);
    render(await inRouter(<AskArchive meetingId={null} />));
    await ask('When is the launch?');
    const answer = await screen.findByText('It moves to May.');
    const chip = within(answer).getByRole('link', { name: 'Source 1: Ana Ruiz in Kickoff at 3:07' });
    expect(chip.getAttribute('href')).toContain('/meetings/mtg_01JD0000000000000000000000?line=');
    expect(screen.getByText(/without a language model/)).toBeTruthy();
    await ask('And why?');
    expect(await screen.findByText('That is not in your meetings.')).toBeTruthy();
    expect(web.bodies).toEqual([
      { path: '/api/ask', question: 'When is the launch?', turns: [] },
      {
        path: '/api/ask',
        question: 'And why?',
        turns: [{ question: 'When is the launch?', answer: 'It moves to May.' }],
      },
    ]);
  });

  test('says what went wrong, and begins anew', async () => {
    await using web = await startAnswers(429, [start]);
    render(await inRouter(<AskArchive meetingId={citation.meetingId} />));
    await ask('When?');
    expect((await screen.findByRole('alert')).textContent).toBe('Too many attempts.');
    await ask('When now?');
    expect(await screen.findByText('The answer broke off. Ask again.')).toBeTruthy();
    expect(web.bodies).toMatchObject([{ path: `/api/meetings/${citation.meetingId}/ask` }, { turns: [] }]);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Begin anew' }));
    expect(screen.queryByText('When?')).toBeNull();
  });
});
