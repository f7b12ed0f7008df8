import type { ReactNode } from 'react';
import { AppHeader } from '../accounts/AppHeader.tsx';

/** What the pages about meetings stand in. */
export function Page({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-full flex-col">
      <AppHeader />
      <main className="mx-auto w-full max-w-5xl flex-1 px-4 pt-2 pb-16 sm:px-8">{children}</main>
    </div>
  );
}
