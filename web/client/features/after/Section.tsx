import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  /** Beside the title. */
  action?: ReactNode;
  children: ReactNode;
}

/** One part of what is said about a meeting. */
export function Section({ title, action, children }: SectionProps) {
  return (
    <section aria-label={title}>
      <div className="mb-3 flex min-h-9 items-center justify-between gap-3">
        <h2 className="font-semibold text-base tracking-tight">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
