import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { Tooltip } from 'radix-ui';
import { useState } from 'react';
import { Toaster } from 'sonner';
import { ApiError } from '../features/api/api-error.ts';

/** What every page stands in: server state, tooltips, short notices. */
export function Shell() {
  const [queries] = useState(createQueries);
  return (
    <QueryClientProvider client={queries}>
      <Tooltip.Provider delayDuration={350}>
        <Outlet />
        <Toaster position="top-center" theme="system" closeButton />
      </Tooltip.Provider>
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
