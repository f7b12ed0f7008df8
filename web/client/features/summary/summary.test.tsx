import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { LineView } from '../../../../lib/line-messages.ts';
import type { StageView, SummaryView } from '../../../../lib/summary.ts';
import { AfterContext, type AfterMeeting } from '../after/after-context.ts';
import { startFakeWeb } from '../api/testing.ts';
import { buildLineView } from '../lines/testing.ts';
import { SummaryTab } from './SummaryTab.tsx';

afterEach(cleanup);

const line = { epoch: 1, seq: 4 };
const summary: SummaryView = {
  id: 'sum_01JD0000000000000000000000',
  version: 2,
  basis: 'recording',
  template: 'general',
  by: 'rules',
  model: 'parley-rules',
  modelMs: 40,
  content: {
    overview: 'The launch moves.',
    topics: [{ title: 'Launch', text: 'It moves.', lines: [line] }],
    decisions: [{ text: 'Launch in March.', lines: [line] }],
    tasks: [],
    questions: [],
    numbers: [],
  },
  droppedCitations: 0,
  createdAtMs: 0,
};

const stage = (state: StageView['state'], message = ''): StageView[] => [
  { stage: 'summary', state, message, changedAtMs: 0 },
];

async function show(
  stages: StageView[],
  stored: SummaryView | null,
  change: Partial<AfterMeeting> = {},
  lines: LineView[] = [],
) {
  const web = await startFakeWeb((call) => {
    if (call.includes('/lines')) return { body: { lines, gaps: [], next: null } };
    if (call.includes('/tasks')) return { body: { tasks: [] } };
    if (call.includes('/decisions')) return { body: { decisions: [] } };
    const first = stored && { ...stored, version: 1, basis: 'live' as const };
    const versions = stored && first ? [stored, first] : [];
    return { body: { summary: call.endsWith('version=1') ? first : stored, versions } };
  });
  const shown: string[] = [];
  const context: AfterMeeting = {
    meetingId: 'mtg_01JD0000000000000000000000',
    mayCorrect: true,
    mayEdit: true,
    people: ['Ana'],
    showLine: ({ epoch, seq }) => shown.push(`${epoch}.${seq}`),
    canPlay: () => false,
    playLine: () => undefined,
    findLine: (ref) => buildLineView({ ...ref, startMs: 65_000 }),
    ...change,
  };
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <AfterContext value={context}>
        <SummaryTab stages={stages} />
      </AfterContext>
    </QueryClientProvider>,
  );
  return { web, shown, user: userEvent.setup() };
}

describe(SummaryTab, () => {
  test('says by whom it is, and leads from a point to its line', async () => {
    const { web, shown, user } = await show(stage('done'), summary);
    await using _ = web;
    expect(await screen.findByText('By rules, no language model, from the recording')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Go to 1:05, Launch' }));
    expect(shown).toEqual(['1.4']);
    expect(await screen.findByText('Nothing was decided.')).toBeTruthy();
  });

  test('shows an earlier version as it was, and leads back', async () => {
    const { web, user } = await show(stage('done'), summary);
    await using _ = web;
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Version of the summary' }), '1');
    expect(await screen.findByText('Launch in March.')).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Show the newest' }));
    expect(await screen.findByText('Nothing was decided.')).toBeTruthy();
  });

  test.each([
    ['while it is written', stage('working'), /It shows up here by itself/, false],
    ['when nobody spoke', stage('skipped', 'Nobody spoke.'), 'Nobody spoke.', false],
    ['when the model refused', stage('failed', 'The model refused.'), 'The model refused.', true],
    ['when nobody has asked for one', [], 'The transcript is all that was kept.', true],
  ])('says so %s', async (_, stages, words, canWrite) => {
    const { web } = await show(stages, null);
    await using _web = web;
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryAllByRole('button', { name: /^(Try again|Write one)$/ })).toHaveLength(
      canWrite ? 1 : 0,
    );
  });

  test('can have one written of words that came in after it was left out', async () => {
    const { web } = await show(stage('skipped', 'Nobody spoke.'), null, {}, [buildLineView({})]);
    await using _ = web;
    expect(await screen.findByText('The words of this meeting came in after its end.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Write one' })).toBeTruthy();
    expect(screen.queryByText('Nobody spoke.')).toBeNull();
  });

  test('offers nothing to those who may not have it written', async () => {
    const { web } = await show(stage('failed', 'The model refused.'), null, { mayEdit: false });
    await using _ = web;
    await screen.findByText('The model refused.');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});
