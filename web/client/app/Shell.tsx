import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '../features/api/api-error.ts';
import { PagePaletteLayer } from '../features/page-commands/PagePaletteLayer.tsx';

/** What every page stands in. */
export function Shell() {
  const [queries] = useState(createQueries);
  return (
    <QueryClientProvider client={queries}>
      <PagePaletteLayer>
        <Outlet />
      </PagePaletteLayer>
    </QueryClientProvider>
  );
}

function createQueries() {
  const retry = (failures: number, error: Error) =>
    failures < 2 && error instanceof ApiError && error.retryable;
  return new QueryClient({
    defaultOptions: { queries: { retry, retryDelay: 800, refetchOnWindowFocus: false } },
  });
}
