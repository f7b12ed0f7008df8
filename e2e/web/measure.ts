/** One measured value of the browser app, and what it may be. */
export interface Measure {
  name: string;
  value: number;
  unit: '' | 'KB' | 'ms' | 'nodes' | 'MB' | 'findings';
  /** Null for what is only printed. */
  budget: { atMost: number } | { atLeast: number } | null;
}

/** Something that could not be measured (`NaN`) fits no budget. */
export function isOverBudget({ value, budget }: Measure): boolean {
  if (budget === null) return false;
  return 'atMost' in budget ? !(value <= budget.atMost) : !(value >= budget.atLeast);
}

/** `JavaScript of /sign-in, signed out: 134.8 KB (at most 160)`; what is over its budget begins with `OVER`. */
export function formatMeasure(measure: Measure): string {
  const { name, value, unit, budget } = measure;
  const shown = `${name}: ${short(value)}${unit === '' ? '' : ` ${unit}`}`;
  if (budget === null) return shown;
  const bound = 'atMost' in budget ? `at most ${budget.atMost}` : `at least ${budget.atLeast}`;
  return `${isOverBudget(measure) ? 'OVER ' : ''}${shown} (${bound})`;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
