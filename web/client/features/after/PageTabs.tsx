import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { classNames } from '../../ui/class-names.ts';

export interface PageTab {
  value: string;
  label: string;
  content: ReactNode;
}

interface PageTabsProps {
  label: string;
  tabs: readonly PageTab[];
  value: string;
  onChange(value: string): void;
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Parts of a page of which one shows at a time, by the keys of the ARIA practices for tabs. */
export function PageTabs({ label, tabs, value, onChange }: PageTabsProps) {
  const id = useId();
  const shown = tabs.find((tab) => tab.value === value);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next =
      tabs[
        steps[event.key]?.(
          tabs.findIndex((tab) => tab.value === value),
          tabs.length,
        ) ?? -1
      ];
    if (!next) return;
    event.preventDefault();
    onChange(next.value);
    document.getElementById(`${id}-${next.value}`)?.focus();
  };
  return (
    <div>
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="-mx-4 flex gap-1 overflow-x-auto border-line border-b px-4 sm:mx-0 sm:px-0"
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab === shown}
            aria-controls={`${id}-panel`}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => onChange(tab.value)}
            className={classNames(
              'min-h-11 shrink-0 border-b-2 px-3 font-medium text-sm -outline-offset-2',
              tab === shown ? 'border-accent text-ink' : 'border-transparent text-ink-soft hover:text-ink',
            )}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        key={shown?.value}
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${shown?.value}`}
        className="pt-6"
      >
        {shown?.content}
      </div>
    </div>
  );
}
