import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inRouter } from '../../ui/testing.tsx';
import { type FakeWeb, startFakeWeb } from '../api/testing.ts';
import { PageCommands } from './PageCommands.tsx';
import { PagePaletteLayer } from './PagePaletteLayer.tsx';

const account = { id: 'usr_1', name: 'Ana', email: 'ana@example.test', role: 'member' };
const meeting = (title: string) => ({
  ...{ id: 'mtg_01JD0000000000000000000000', code: 'abc-defg-hij', title, phase: 'ended', atMs: 0 },
  ...{ scheduledAtMs: null, startedAtMs: 0, endedAtMs: 0, durationMinutes: null, recurs: false },
  ...{ isMine: true, ownerName: null, peopleCount: 2 },
});

let web: FakeWeb;
beforeEach(async () => {
  web = await startFakeWeb(() => ({ body: { meetings: [meeting('Kettle launch')], next: null } }));
});
afterEach(async () => {
  cleanup();
  await web[Symbol.asyncDispose]();
});

function Pages() {
  const [page, setPage] = useState('first');
  return (
    <>
      <PageCommands key={page} />
      <button type="button" onClick={() => setPage('second')}>
        {page} page
      </button>
    </>
  );
}

async function open() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } });
  queries.setQueryData(['auth', 'state'], { account, firstRun: false });
  const pages = await inRouter(
    <PagePaletteLayer>
      <Pages />
    </PagePaletteLayer>,
  );
  render(<QueryClientProvider client={queries}>{pages}</QueryClientProvider>);
  await userEvent.keyboard('{Control>}k{/Control}');
  const field = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Commands' });
  return { field, write: (words: string) => fireEvent.change(field, { target: { value: words } }) };
}
const found = () => screen.findByRole('option', { name: /Kettle launch/ });

describe('the list of commands of a page', () => {
  test('asks for meetings when a person pauses, and not again for the same words', async () => {
    const { write } = await open();
    for (const words of ['ke', 'ket', 'kett', 'kettl', 'kettle']) write(words);
    await found();
    expect(web.calls).toHaveLength(1);
    write('kettle l');
    await waitFor(() => expect(web.calls).toHaveLength(2));
    write('kettle');
    await act(() => new Promise((resolve) => setTimeout(resolve, 250)));
    await found();
    expect(web.calls).toHaveLength(2);
  });

  test('stays when the page goes away under it', async () => {
    const { field, write } = await open();
    write('plan');
    fireEvent.click(screen.getByText('first page'));
    expect(screen.getByText('second page')).toBeTruthy();
    expect(screen.getByRole('combobox', { name: 'Commands' })).toBe(field);
    expect(field.value).toBe('plan');
  });
});
