import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import { inRouter } from '../../ui/testing.tsx';
import { type FakeWeb, startFakeWeb } from './testing.ts';

/** Renders the element within a router and queries, beside a stand-in for web; both are gone after the test. */
export async function showWithWeb(
  element: ReactNode,
  respond: Parameters<typeof startFakeWeb>[0],
): Promise<FakeWeb> {
  const web = await startFakeWeb(respond);
  onTestFinished(async () => {
    cleanup();
    await web[Symbol.asyncDispose]();
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(<QueryClientProvider client={queries}>{await inRouter(element)}</QueryClientProvider>);
  return web;
}
