import { type ReactNode, useEffect, useRef } from 'react';
import { Brand } from './Brand.tsx';

interface MessagePageProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** One thing to say and what to do next: ended, unknown, unreachable. */
export function MessagePage({ icon, title, children, actions }: MessagePageProps) {
  // The page before is gone: a screen reader begins with what is new.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex min-h-full flex-col">
      <header className="px-5 py-4 sm:px-8">
        <Brand />
      </header>
      <main className="flex flex-1 flex-col items-center justify-center px-5 pb-12 text-center">
        <div className="mb-5 flex size-14 items-center justify-center rounded-2xl bg-accent-soft text-accent">
          {icon}
        </div>
        <h1
          ref={heading}
          tabIndex={-1}
          className="outline-none max-w-xl text-balance font-semibold text-2xl tracking-tight sm:text-3xl"
        >
          {title}
        </h1>
        {children && <div className="mt-3 max-w-md text-pretty text-ink-soft">{children}</div>}
        {actions && <div className="mt-7 flex flex-wrap justify-center gap-3">{actions}</div>}
      </main>
    </div>
  );
}
