import { QueryClient, QueryClientProvider, skipToken, useQuery } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { OwnPoll, PollList } from '../../../../lib/poll-messages.ts';
import { type FakeWeb, failure, startFakeWeb } from '../api/testing.ts';
import { PollsPanel } from './PollsPanel.tsx';
import type { PollForm } from './poll-form.ts';
import { noPolls } from './poll-list.ts';
import { ana, ben, buildPoll } from './testing.ts';
import { pollsKey } from './usePolls.ts';

const webs: FakeWeb[] = [];
afterEach(async () => {
  cleanup();
  for (const web of webs.splice(0)) await web[Symbol.asyncDispose]();
});

const meetingId = 'mtg_01JD0000000000000000000000';

interface ReaderProps {
  me: string;
  draft: { current: PollForm | null };
}

/** The panel over the list in the cache, which changes as web answers. */
function Panel({ me, draft }: ReaderProps) {
  const { data = noPolls } = useQuery<PollList>({ queryKey: pollsKey(meetingId), queryFn: skipToken });
  const polls = { list: data, history: 'here', offered: true, unread: 0, draft } as const;
  return (
    <PollsPanel
      polls={polls}
      access={{ meetingId, apiToken: 't' }}
      me={me}
      moderates={me === ana}
      offRecord={false}
    />
  );
}

async function show(polls: OwnPoll[], { me = ben, mayAsk = false, answer = null as unknown } = {}) {
  const web = await startFakeWeb((call) => {
    if (call.endsWith('/voters')) return { body: { voters: [['Ben'], [], ['Ben', 'Cleo']] } };
    return answer instanceof Error ? failure(409, 'conflict', answer.message) : { body: { poll: answer } };
  });
  webs.push(web);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queries.setQueryData<PollList>(pollsKey(meetingId), { polls, mayAsk });
  const draft: ReaderProps['draft'] = { current: null };
  render(
    <QueryClientProvider client={queries}>
      <Panel me={me} draft={draft} />
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), calls: web.calls, draft };
}

const mine = { choices: [2], revision: 1 };

describe('voting', () => {
  test('is by one choice of a group with the question for its name, and shows what came of it', async () => {
    const answer = buildPoll({ version: 3, voted: 1, counts: [0, 0, 1], mine });
    const { user, calls } = await show([buildPoll()], { answer });
    const group = screen.getByRole('radiogroup', { name: 'What do we eat?' });
    const vote = screen.getByRole('button', { name: 'Vote' }) as HTMLButtonElement;
    expect(vote.disabled).toBe(true);
    await user.click(within(group).getByRole('radio', { name: 'Soup' }));
    await user.click(within(group).getByRole('radio', { name: 'Bread' }));
    await user.click(vote);
    const change = await screen.findByRole('button', { name: 'Change vote' });
    expect(document.activeElement).toBe(change);
    const results = screen.getByRole('list', { name: 'What do we eat?' });
    expect(
      within(results)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Soup0 votes · 0%', 'Rice0 votes · 0%', 'BreadYour vote1 vote · 100%']);
    expect(calls).toEqual([`POST /api/meetings/${meetingId}/polls/${answer.id}/vote`]);
  });

  test('begins with the own vote when it is changed, and leaves it when that is cancelled', async () => {
    const { user, calls } = await show([buildPoll({ voted: 1, counts: [0, 0, 1], mine })]);
    await user.click(screen.getByRole('button', { name: 'Change vote' }));
    const own = screen.getByRole('radio', { name: 'Bread' }) as HTMLInputElement;
    expect([own.checked, document.activeElement]).toEqual([true, own]);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByText('Your vote')).toBeTruthy();
    expect(calls).toEqual([]);
  });

  test('is for several choices where that is asked for', async () => {
    const { user } = await show([buildPoll({ multiple: true })]);
    const group = screen.getByRole('group', { name: 'What do we eat?' });
    const boxes = within(group).getAllByRole('checkbox') as HTMLInputElement[];
    for (const box of boxes) await user.click(box);
    await user.click(boxes[1] as HTMLInputElement);
    expect(boxes.map(({ checked }) => checked)).toEqual([true, false, true]);
  });

  test('says who will see it before, and shows no counts before the end where it says so', async () => {
    await show([buildPoll({ anonymous: true, results: 'end', counts: null })]);
    expect(screen.getByText(/Anonymous: nobody sees who votes for what\. Results are shown/)).toBeTruthy();
    cleanup();
    await show([buildPoll({ results: 'end', counts: null, voted: 3, mine })]);
    expect(screen.getByText('3 people have voted. Results are shown when the poll ends.')).toBeTruthy();
    expect(screen.queryByText(/%/)).toBeNull();
  });

  test('shows questions as text, whatever is in them', async () => {
    await show([buildPoll({ question: '<img src=x onerror=alert(1)>', choices: ['<b>a</b>', 'b'] })]);
    expect(document.querySelector('img, b')).toBeNull();
  });
});

describe('results', () => {
  test('name those who voted, for whoever wishes to see it', async () => {
    const { user } = await show([buildPoll({ state: 'ended', voted: 2, counts: [1, 0, 2] })]);
    expect(screen.queryByText('Ben, Cleo')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Who voted' }));
    expect(await screen.findByText('Ben, Cleo')).toBeTruthy();
    cleanup();
    await show([buildPoll({ state: 'ended', voted: 2, counts: [1, 0, 2], anonymous: true })]);
    expect(screen.queryByRole('button', { name: 'Who voted' })).toBeNull();
  });
});

describe('asking', () => {
  test('says what is missing, at the field, and asks once it is there', async () => {
    const asked = buildPoll({ askerId: ana });
    const { user, calls, draft } = await show([], { me: ana, mayAsk: true, answer: asked });
    await user.click(screen.getByRole('button', { name: 'New poll' }));
    const question = screen.getByLabelText('Question');
    expect(document.activeElement).toBe(question);
    await user.click(screen.getByRole('button', { name: 'Start poll' }));
    expect(screen.getByText('Please write a question.')).toBeTruthy();
    await user.type(question, 'What do we eat?');
    await user.type(screen.getByLabelText('Choice 1'), 'Soup{Enter}Rice{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Choice 3')));
    await user.type(screen.getByLabelText('Choice 3'), ' soup');
    await user.click(screen.getByRole('button', { name: 'Start poll' }));
    expect(screen.getByText('This choice is there already.')).toBeTruthy();
    expect([calls, draft.current]).toMatchObject([[], { choices: ['Soup', 'Rice', ' soup'] }]);
    await user.click(screen.getByRole('button', { name: 'Remove choice 3' }));
    await user.click(screen.getByRole('button', { name: 'Start poll' }));
    expect(await screen.findByText('You ask')).toBeTruthy();
    expect(calls).toHaveLength(1);
    expect(draft.current).toBeNull();
  });

  test('keeps what was written when web refuses it', async () => {
    const { user, draft } = await show([], { me: ana, mayAsk: true, answer: new Error('Not now.') });
    await user.click(screen.getByRole('button', { name: 'New poll' }));
    await user.type(screen.getByLabelText('Question'), 'Q');
    await user.type(screen.getByLabelText('Choice 1'), 'A');
    await user.type(screen.getByLabelText('Choice 2'), 'B');
    await user.click(screen.getByRole('button', { name: 'Save for later' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Start poll' })).toBeTruthy());
    expect(draft.current).toMatchObject({ question: 'Q', choices: ['A', 'B'] });
  });

  test('is for those who may, and drafts can be started by them', async () => {
    const saved = buildPoll({ state: 'draft', counts: null, askedAtMs: null });
    const { user, calls } = await show([saved], { me: ana, mayAsk: true, answer: buildPoll() });
    await user.click(screen.getByRole('button', { name: 'Start' }));
    await waitFor(() => expect(calls).toEqual([`PUT /api/meetings/${meetingId}/polls/${saved.id}`]));
    expect(await screen.findByRole('radiogroup')).toBeTruthy();
    cleanup();
    await show([]);
    expect(screen.queryByRole('button', { name: 'New poll' })).toBeNull();
    expect(screen.getByText('Nothing is being asked now.')).toBeTruthy();
  });
});

describe('ending', () => {
  test('is for whoever asked, and hosts', async () => {
    await show([buildPoll()], { me: ben });
    expect(screen.queryByRole('button', { name: 'End poll' })).toBeNull();
    cleanup();
    const ended = buildPoll({ version: 5, state: 'ended' });
    const { user } = await show([buildPoll()], { me: ana, answer: ended });
    await user.click(screen.getByRole('button', { name: 'End poll' }));
    expect(await screen.findByText('Nobody voted.')).toBeTruthy();
  });
});
