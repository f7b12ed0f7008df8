import type { ReactNode } from 'react';

/** One part of a meeting's page. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="overflow-hidden rounded-2xl border border-line bg-surface">
      <h2 className="border-line border-b px-5 py-3.5 font-semibold text-sm">{title}</h2>
      {children}
    </section>
  );
}
