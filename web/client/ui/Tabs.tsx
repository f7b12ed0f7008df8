import { ToggleGroup } from 'radix-ui';
import { classNames } from './class-names.ts';

interface TabsProps<T extends string> {
  label: string;
  value: T;
  options: { value: T; label: string; count?: number | undefined }[];
  onChange(value: T): void;
}

/** Choices of which one holds, side by side; arrow keys move between them. */
export function Tabs<T extends string>({ label, value, options, onChange }: TabsProps<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const option = options.find((each) => each.value === next);
        if (option) onChange(option.value);
      }}
      className="flex max-w-full gap-1 overflow-x-auto rounded-xl bg-sunken p-1 sm:w-fit"
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className={classNames(
            'inline-flex min-h-9 flex-1 items-center justify-center gap-2 whitespace-nowrap rounded-lg px-3 font-medium text-ink-soft text-sm sm:flex-none',
            'hover:text-ink data-[state=on]:bg-surface data-[state=on]:text-ink data-[state=on]:shadow-sm dark:data-[state=on]:bg-tile',
          )}
        >
          {option.label}
          {option.count !== undefined && <span className="text-ink-faint tabular-nums">{option.count}</span>}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
