import { Minus } from 'lucide-react';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ApprovalCard, type ApprovalCardProps } from './ApprovalCard.tsx';
import { measurePainted } from './approval-marks.ts';
import { useReachByKey } from './useReachByKey.ts';

interface ApprovalPopupProps extends Omit<ApprovalCardProps, 'titleId' | 'aside'> {
  /** When it becomes a badge, in Unix milliseconds; null when it stays. */
  untilMs: number | null;
  /** How many others wait behind it. */
  behind: number;
  onShown(): void;
  /** The person has begun to read or edit it. */
  onBusy(): void;
  onAside(): void;
}

/**
 * A proposal over the stage. It takes no focus and covers no words that somebody writes; F8 leads into it and
 * Escape puts it aside.
 */
export function ApprovalPopup({ untilMs, behind, onShown, onBusy, onAside, ...card }: ApprovalPopupProps) {
  const { id } = card.approval;
  const titleId = useId();
  const ref = useRef<HTMLElement>(null);
  useReachByKey(ref);
  useLayoutEffect(() => measurePainted(id), [id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each proposal
  useEffect(() => onShown(), [id]);
  return (
    <section
      ref={ref}
      role="dialog"
      aria-modal={false}
      aria-labelledby={titleId}
      tabIndex={-1}
      data-approval={id}
      onFocus={onBusy}
      onPointerDown={onBusy}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onAside();
      }}
      className="fixed inset-x-2 bottom-20 z-20 flex max-h-[calc(100dvh-9rem)] animate-rise flex-col rounded-2xl border border-accent/40 bg-surface shadow-card outline-none sm:absolute sm:inset-x-auto sm:top-3 sm:right-3 sm:bottom-auto sm:max-h-[calc(100%-1.5rem)] sm:w-104"
    >
      <ApprovalCard
        {...card}
        titleId={titleId}
        aside={
          <div className="flex shrink-0 items-center gap-1">
            {behind > 0 && <Chip className="max-sm:hidden">{behind} more</Chip>}
            <Countdown untilMs={untilMs} />
            <IconButton
              label="Answer later"
              icon={<Minus aria-hidden size={18} />}
              size="small"
              onClick={onAside}
            />
          </div>
        }
      />
    </section>
  );
}

/** Keeps its place when it stops: nothing may move under a finger that is on its way up. */
function Countdown({ untilMs }: { untilMs: number | null }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (untilMs === null) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [untilMs]);
  const seconds = untilMs === null ? 60 : Math.max(0, Math.ceil((untilMs - now) / 1_000));
  return (
    <span className={untilMs === null ? 'invisible' : undefined}>
      <Chip>
        <span aria-hidden>{seconds} s</span>
        <span className="sr-only">Becomes a badge after a minute. It can be answered later too.</span>
      </Chip>
    </span>
  );
}

function Chip({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'whitespace-nowrap rounded-full bg-sunken px-2.5 py-1 text-ink-soft text-xs tabular-nums',
        className,
      )}
    >
      {children}
    </span>
  );
}
