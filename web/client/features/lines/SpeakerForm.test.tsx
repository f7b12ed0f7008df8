import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LineView } from '../../../../lib/line-messages.ts';
import { AfterContext } from '../after/after-context.ts';
import { startFakeWeb } from '../api/testing.ts';
import { SpeakerForm } from './SpeakerForm.tsx';
import { buildLineView } from './testing.ts';

afterEach(cleanup);

async function show(change: Partial<LineView>) {
  const line = buildLineView({ speakerName: 'Bea', heardAs: 'Ana', ...change });
  const web = await startFakeWeb((call) => ({ body: call.includes('/speakers/') ? null : { line } }));
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <AfterContext
        value={{
          meetingId: 'mtg_01JD0000000000000000000000',
          mayCorrect: true,
          mayEdit: true,
          people: ['Ana'],
          showLine: () => undefined,
          canPlay: () => false,
          playLine: () => undefined,
          findLine: () => line,
        }}
      >
        <SpeakerForm line={line} onClose={onClose} />
      </AfterContext>
    </QueryClientProvider>,
  );
  return { web, onClose, user: userEvent.setup() };
}

describe(SpeakerForm, () => {
  test.each([
    [
      'of all lines',
      'meeting',
      'Every line back to Ana',
      'PUT /api/meetings/mtg_01JD0000000000000000000000/speakers/par_ana',
    ],
    [
      'of one line',
      'line',
      'Back to Ana',
      'PUT /api/meetings/mtg_01JD0000000000000000000000/lines/1.1/speaker',
    ],
  ] as const)('takes back the name %s where it was set', async (_, renamed, label, call) => {
    const { web, onClose, user } = await show({ renamed });
    await using _web = web;
    await user.click(screen.getByRole('button', { name: label }));
    await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(web.calls).toEqual([call]);
  });

  test('has nothing to take back where nobody set a name', async () => {
    const { web } = await show({ heardAs: null, renamed: null });
    await using _ = web;
    expect(screen.queryByRole('button', { name: /back to/i })).toBeNull();
  });
});
