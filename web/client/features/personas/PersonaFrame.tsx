import type { ReactNode } from 'react';
import { AppHeader } from '../accounts/AppHeader.tsx';

/** What the pages about personas stand in. */
export function PersonaFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-full flex-col">
      <AppHeader />
      <main className="mx-auto w-full max-w-6xl flex-1 px-5 pt-4 pb-16 sm:px-8">{children}</main>
    </div>
  );
}
