interface CheckListProps<T extends string> {
  legend: string;
  choices: readonly { value: T; label: string; hint: string }[];
  chosen: readonly T[];
  /** What is chosen now, in the order of the choices. */
  onChange(chosen: T[]): void;
}

/** Any number of a few choices, each with what it means. */
export function CheckList<T extends string>({ legend, choices, chosen, onChange }: CheckListProps<T>) {
  const toggle = (value: T, checked: boolean) =>
    onChange(
      choices.map((each) => each.value).filter((each) => (each === value ? checked : chosen.includes(each))),
    );
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-ink-soft text-sm">{legend}</legend>
      <div className="divide-y divide-line rounded-xl border border-line">
        {choices.map(({ value, label, hint }) => (
          <label key={value} className="flex min-h-12 items-center gap-3 px-3.5 py-2">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) => toggle(value, target.checked)}
              className="size-4.5 shrink-0 accent-accent"
            />
            <span className="min-w-0 flex-1">
              <span className="block font-medium text-sm">{label}</span>
              <span className="block text-ink-faint text-xs">{hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
