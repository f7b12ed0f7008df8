/** What was found on all pages together, as sentences and as one figure. */
import type { Finding } from './audit-page.ts';
import type { Measure } from './measure.ts';

const isSerious = ({ impact }: Finding) => impact === 'serious' || impact === 'critical';

export interface Audit {
  /** Of the page, with what is open on it. */
  name: string;
  findings: readonly Finding[];
}

/** One line for each finding: the page, how bad it is, the rule, and the first elements. */
export function describeFindings({ name, findings }: Audit): string[] {
  return findings.map(
    ({ rule, impact, targets, help }) => `${impact} on ${name}: ${rule}: ${help}: ${targets.join(' | ')}`,
  );
}

/** Of these the lines that must not be there. */
export function describeSerious({ name, findings }: Audit): string[] {
  return describeFindings({ name, findings: findings.filter(isSerious) });
}

/** Nothing serious or critical is allowed. */
export function measureFindings(what: string, audits: readonly Audit[]): Measure[] {
  const all = audits.flatMap(({ findings }) => findings);
  const bad = all.filter(isSerious).length;
  const name = `${what}, ${audits.length} pages and states`;
  return [
    { name: `${name}: serious or critical`, value: bad, unit: 'findings', budget: { atMost: 0 } },
    { name: `${name}: others`, value: all.length - bad, unit: 'findings', budget: null },
  ];
}
