import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Leads home, looking like the page's main button. */
export function HomeLink({ children }: { children: ReactNode }) {
  return (
    <Link
      to="/"
      className="inline-flex min-h-10 items-center justify-center gap-2 rounded-xl border border-line bg-surface px-4 font-medium text-ink text-sm hover:bg-sunken"
    >
      {children}
    </Link>
  );
}
