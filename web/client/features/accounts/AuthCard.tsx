import { type ReactNode, useEffect, useRef } from 'react';
import { Brand } from '../../ui/Brand.tsx';
import { useTitle } from '../../ui/useTitle.ts';

interface AuthCardProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** Where else to go, under the card. */
  below?: ReactNode;
}

/** One form in the middle of the page: first account, sign-in, sign-up, passwords. */
export function AuthCard({ title, lead, children, below }: AuthCardProps) {
  useTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A form that takes the focus itself keeps it.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <div className="flex min-h-full flex-col">
      <header className="px-5 py-4 sm:px-8">
        <Brand />
      </header>
      <main className="flex flex-1 flex-col items-center px-5 pt-6 pb-16 sm:pt-14">
        <div className="w-full max-w-md">
          <h1
            ref={heading}
            tabIndex={-1}
            className="text-balance font-semibold text-3xl tracking-tight outline-none"
          >
            {title}
          </h1>
          {lead && <p className="mt-2 text-pretty text-ink-soft">{lead}</p>}
          <div className="mt-6 rounded-2xl border border-line bg-surface p-5 shadow-card sm:p-6">
            {children}
          </div>
          {below && <div className="mt-5 text-center text-ink-soft text-sm">{below}</div>}
        </div>
      </main>
    </div>
  );
}
