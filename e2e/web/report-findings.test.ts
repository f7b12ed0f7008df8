import { describe, expect, it } from 'vitest';
import { isOverBudget } from './measure.ts';
import { describeFindings, describeSerious, measureFindings } from './report-findings.ts';

const finding = { rule: 'label', impact: 'critical', targets: ['input'], help: 'Fields need labels' };
const audits = [
  { name: '/plan', findings: [finding, { ...finding, impact: 'moderate' }] },
  { name: '/', findings: [] },
];

describe(measureFindings, () => {
  it('allows nothing serious or critical', () => {
    const [bad, others] = measureFindings('axe', audits);
    expect(bad).toMatchObject({ value: 1, name: 'axe, 2 pages and states: serious or critical' });
    expect(bad && isOverBudget(bad)).toBe(true);
    expect(others).toMatchObject({ value: 1, budget: null });
  });
});

describe(describeFindings, () => {
  it('says where, how bad, and which elements', () => {
    const [first] = audits;
    expect(first && describeFindings(first)[0]).toBe('critical on /plan: label: Fields need labels: input');
  });
});

describe(describeSerious, () => {
  it('leaves out what is not', () => {
    const lines = audits.flatMap(describeSerious);
    expect(lines).toEqual(['critical on /plan: label: Fields need labels: input']);
  });
});
