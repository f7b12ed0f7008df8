import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';

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

/** Parts of a page of which one shows at a time. */
export function PageTabs({ label, tabs, value, onChange }: PageTabsProps) {
  return (
    <Tabs.Root value={value} onValueChange={onChange}>
      <Tabs.List
        aria-label={label}
        className="-mx-4 flex gap-1 overflow-x-auto border-line border-b px-4 sm:mx-0 sm:px-0"
      >
        {tabs.map((tab) => (
          <Tabs.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px min-h-11 shrink-0 border-transparent border-b-2 px-3 font-medium text-ink-soft text-sm -outline-offset-2 hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {tab.label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Content key={tab.value} value={tab.value} className="pt-6 outline-none">
          {tab.content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
