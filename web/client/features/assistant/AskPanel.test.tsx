import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LineRef } from '../../../../lib/assistant-messages.ts';
import { ana, ben } from '../approvals/testing.ts';
import { AskPanel } from './AskPanel.tsx';
import { type Asking, foldReplies, listPanelItems, noReplies, type RepliesEvent } from './replies-state.ts';
import { buildReply } from './testing.ts';
import type { Question, Replies } from './useReplies.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const asking = (change: Partial<Asking> = {}): RepliesEvent => ({
  type: 'asked',
  asking: {
    id: 'question-1',
    replyId: null,
    kind: 'question',
    question: 'Who does it?',
    audience: 'all',
    atMs: Date.now(),
    problem: null,
    ...change,
  },
});

function show(events: RepliesEvent[], change: { status?: Replies['status']; closed?: string } = {}) {
  const asked: Question[] = [];
  const dropped: string[] = [];
  const lines: LineRef[] = [];
  render(
    <AskPanel
      replies={{
        items: listPanelItems(events.reduce(foldReplies, noReplies)),
        status: change.status ?? 'complete',
        ask: (question) => asked.push(question),
        drop: (id) => dropped.push(id),
        receive: () => {},
      }}
      me={ana.id}
      personaName="Nova"
      closed={change.closed ?? null}
      onShowLine={(line) => lines.push(line)}
    />,
  );
  return { asked, dropped, lines, user: userEvent.setup() };
}
const rows = () =>
  Array.from(screen.getByRole('list', { name: 'Questions and answers' }).children, (row) => row.textContent);

describe(AskPanel, () => {
  test('asks in own words, for me unless everyone is chosen', async () => {
    const { asked, user } = show([]);
    const field = screen.getByLabelText('Question for Nova');
    await user.type(field, 'When is it?{Shift>}{Enter}{/Shift}Really{Enter}');
    await user.click(screen.getByRole('radio', { name: 'For everyone' }));
    await user.type(field, '  {Enter}');
    await user.type(field, 'Who?');
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(asked).toEqual([
      { kind: 'question', question: 'When is it?\nReally', audience: 'me' },
      { kind: 'question', question: 'Who?', audience: 'all' },
    ]);
  });

  test('asks ready-made questions', async () => {
    const { asked, user } = show([]);
    for (const name of [
      'Catch me up',
      'Was I mentioned?',
      'Decisions so far',
      'Open questions',
      'My tasks',
    ]) {
      await user.click(screen.getByRole('button', { name }));
    }
    expect(asked.map(({ kind }) => kind)).toEqual([
      'catchUp',
      'mentions',
      'decisions',
      'openQuestions',
      'myTasks',
    ]);
  });

  test('shows whose question it was, who reads the answer, and that no language model wrote it', () => {
    const replies = [
      buildReply({ kind: 'decisions', question: '' }),
      buildReply({
        id: 'rpl_01JD0000000000000000000001',
        asker: ben,
        audience: 'all',
        by: 'model',
        atMs: 2_000,
      }),
    ];
    show([{ type: 'answered', replies }]);
    expect(rows()).toEqual([
      'YouDecisions so farNovaAIOnly for youNo language modelIn the second week of March1.',
      'Ben CarterWhen is the launch?NovaAIFor everyoneIn the second week of March1.',
    ]);
  });

  test('leads from a citation to its line, and numbers the same line once', async () => {
    const text = 'In March [1.13], Ben said [1.9], and again [1.13].';
    const { lines, user } = show([{ type: 'answered', replies: [buildReply({ text })] }]);
    const sources = screen.getAllByRole('button', { name: /^Source/ });
    expect(sources.map((source) => source.textContent)).toEqual(['1', '2', '1']);
    await user.click(sources[1]!);
    expect(lines).toEqual([{ epoch: 1, seq: 9 }]);
  });

  test('shows what is written, interrupted and failed', () => {
    const reply = (digit: number, change: Parameters<typeof buildReply>[0]) =>
      buildReply({
        ...change,
        id: `rpl_01JD000000000000000000000${digit}`,
        atMs: digit,
        text: `Words ${digit}`,
      });
    show([
      {
        type: 'answered',
        replies: [
          reply(1, { state: 'writing' }),
          reply(2, { state: 'interrupted' }),
          reply(3, { state: 'failed' }),
        ],
      },
    ]);
    expect(rows().map((row) => row?.split('No language model')[1])).toEqual([
      'Words 1Writing',
      'Words 2Interrupted',
      'Words 3',
    ]);
  });

  test('says when an answer is slow, when none came, and asks again', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { asked, dropped } = show([asking()]);
    expect(screen.getByText('Nova is thinking')).toBeTruthy();
    act(() => void vi.advanceTimersByTime(12_100));
    expect(screen.getByText('Nova takes longer than usual')).toBeTruthy();
    act(() => void vi.advanceTimersByTime(34_000));
    expect(screen.getByRole('alert').textContent).toBe('No answer came from Nova.');
    act(() => screen.getByRole('button', { name: 'Ask again' }).click());
    expect(dropped).toEqual(['question-1']);
    expect(asked).toMatchObject([{ kind: 'question', question: 'Who does it?', audience: 'all' }]);
  });

  test('says why a question was not taken', () => {
    show([asking({ problem: 'Nova is not in the meeting right now.' })]);
    expect(screen.getByRole('alert').textContent).toBe('Nova is not in the meeting right now.');
  });

  test('can ask nothing while the AI participant is away, and says so', async () => {
    const { asked, user } = show([], { closed: 'Nova was sent away.' });
    expect(screen.getByText('Nova was sent away.')).toBeTruthy();
    await user.type(screen.getByLabelText('Question for Nova'), 'Hello?{Enter}');
    expect(asked).toEqual([]);
    expect((screen.getByRole('button', { name: 'Catch me up' }) as HTMLButtonElement).disabled).toBe(true);
  });

  test('has something to say before anything was asked', () => {
    show([], { status: 'loading' });
    expect(screen.getByText('Loading what was asked')).toBeTruthy();
    cleanup();
    show([]);
    expect(screen.getByText(/Ask Nova what was said/)).toBeTruthy();
    cleanup();
    show([], { status: 'failing' });
    expect(screen.getByText(/cannot be loaded right now/)).toBeTruthy();
  });
});
