import { describe, expect, it } from 'vitest';
import { formatMeasure, isOverBudget, type Measure } from './measure.ts';

const scripts: Measure = { name: 'JavaScript', value: 159.996, unit: 'KB', budget: { atMost: 160 } };
const score: Measure = { name: 'Lighthouse', value: 0.95, unit: '', budget: { atLeast: 0.95 } };

describe(isOverBudget, () => {
  it('lets a value be its bound', () => {
    expect(isOverBudget({ ...scripts, value: 160 })).toBe(false);
    expect(isOverBudget(score)).toBe(false);
  });

  it('is true on the wrong side of the bound', () => {
    expect(isOverBudget({ ...scripts, value: 160.001 })).toBe(true);
    expect(isOverBudget({ ...score, value: 0.949 })).toBe(true);
  });

  it('is true where nothing could be measured', () => {
    expect(isOverBudget({ ...scripts, value: Number.NaN })).toBe(true);
    expect(isOverBudget({ ...score, value: Number.NaN })).toBe(true);
  });

  it('is false without a budget', () => {
    expect(isOverBudget({ ...scripts, value: 9_999, budget: null })).toBe(false);
  });
});

describe(formatMeasure, () => {
  it('has the value, its unit and its bound', () => {
    expect(formatMeasure(scripts)).toBe('JavaScript: 160 KB (at most 160)');
    expect(formatMeasure(score)).toBe('Lighthouse: 0.95 (at least 0.95)');
    expect(formatMeasure({ ...scripts, budget: null })).toBe('JavaScript: 160 KB');
  });

  it('begins with what is over', () => {
    expect(formatMeasure({ ...scripts, value: 166.42 })).toBe('OVER JavaScript: 166.42 KB (at most 160)');
  });
});
