/** One measured value beside the bare thing that it is compared with, both from the same run. */
export interface Figure {
  name: string;
  value: number;
  unit: 'ms' | 'lines/s' | 'MB';
  baseline: { name: string; value: number };
  /** What the design asks for; null where it asks for nothing. */
  goal: Goal | null;
}

export type Goal =
  | { of: 'ratio'; atMost: number }
  | { of: 'ratio'; atLeast: number }
  | { of: 'value'; atMost: number };

/** `caption hand-off p95: 24.1 ms = 1.42 x bare sendText (17.0 ms); goal: at most 2 x, reached` */
export function formatFigure({ name, value, unit, baseline, goal }: Figure): string {
  const ratio = value / baseline.value;
  const measured = `${name}: ${short(value)} ${unit} = ${ratio.toFixed(2)} x ${baseline.name} (${short(baseline.value)} ${unit})`;
  return goal === null
    ? measured
    : `${measured}; goal: ${describeGoal(goal, unit)}, ${reached(goal, value, ratio)}`;
}

function describeGoal(goal: Goal, unit: string): string {
  const bound = 'atMost' in goal ? `at most ${goal.atMost}` : `at least ${goal.atLeast}`;
  return goal.of === 'ratio' ? `${bound} x` : `${bound} ${unit}`;
}

function reached(goal: Goal, value: number, ratio: number): string {
  const measured = goal.of === 'ratio' ? ratio : value;
  const isReached = 'atMost' in goal ? measured <= goal.atMost : measured >= goal.atLeast;
  return isReached ? 'reached' : 'NOT reached';
}

function short(value: number): string {
  return value >= 1_000 ? Math.round(value).toString() : value.toFixed(1);
}
