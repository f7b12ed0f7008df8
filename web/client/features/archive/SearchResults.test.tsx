import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { SearchAnswer } from '../../../../lib/archive-messages.ts';
import { inRouter } from '../../ui/testing.tsx';
import { failure, startFakeWeb } from '../api/testing.ts';
import { SearchResults } from './SearchResults.tsx';
import type { SearchAddress } from './search-address.ts';

afterEach(cleanup);

const found: SearchAnswer = {
  meetings: [
    {
      id: 'mtg_01JD0000000000000000000000',
      title: 'Kickoff',
      atMs: 0,
      hits: [
        {
          kind: 'line',
          text: 'The budget grows.',
          marks: [{ from: 4, to: 10 }],
          speaker: 'Ana Ruiz',
          line: { epoch: 1, seq: 7 },
          startMs: 187_000,
        },
        { kind: 'title', text: 'Budget', marks: [], speaker: null, line: null, startMs: null },
      ],
    },
  ],
  matched: 'all',
  count: 2,
  complete: true,
  next: null,
};

async function show(address: SearchAddress, onAsk = () => {}) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = <SearchResults address={address} onAsk={onAsk} />;
  render(await inRouter(<QueryClientProvider client={queries}>{page}</QueryClientProvider>));
}

describe(SearchResults, () => {
  test('groups hits by meeting, marks the words and leads to the line', async () => {
    await using web = await startFakeWeb(() => ({ body: found }));
    await show({ q: 'budget', speaker: 'ana' });
    const hit = await screen.findByRole('link', { name: /The budget grows/ });
    expect(hit.getAttribute('href')).toContain('/meetings/mtg_01JD0000000000000000000000?line=');
    expect(hit.querySelector('mark')?.textContent).toBe('budget');
    expect(screen.getByText('2 hits.')).toBeTruthy();
    expect(web.calls).toEqual(['GET /api/search?q=budget&speaker=ana']);
  });

  test('looks for nothing without words', async () => {
    await using web = await startFakeWeb(() => ({ body: found }));
    await show({});
    expect(await screen.findByText('Search all that was said')).toBeTruthy();
    expect(web.calls).toEqual([]);
  });

  test('leads from nothing to a question', async () => {
    await using _web = await startFakeWeb(() => ({ body: { ...found, meetings: [], count: 0 } }));
    let asked = 0;
    await show({ q: 'zebra' }, () => {
      asked += 1;
    });
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Ask your meetings' }));
    expect(asked).toBe(1);
  });

  test('says what went wrong, and tries again', async () => {
    let broken = true;
    await using _web = await startFakeWeb(() =>
      broken ? failure(400, 'bad_request', 'q: has more than 400 characters') : { body: found },
    );
    await show({ q: 'budget' });
    expect((await screen.findByRole('alert')).textContent).toContain('has more than 400 characters');
    broken = false;
    await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('2 hits.')).toBeTruthy();
  });
});
