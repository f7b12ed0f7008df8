import type { SummaryBasis, SummaryView } from '../../../../lib/summary.ts';
import type { SummaryTemplate } from '../../../../lib/summary-choice.ts';

export const templateNames: Record<SummaryTemplate, string> = {
  general: 'General',
  standUp: 'Stand-up',
  interview: 'Interview',
  oneToOne: 'One-to-one',
  retrospective: 'Retrospective',
  own: 'Own instructions',
};

const bases: Record<SummaryBasis, string> = {
  live: 'from what was heard live',
  recording: 'from the recording',
  edited: 'with people’s corrections',
};

function describeBasis(basis: SummaryBasis): string {
  return bases[basis];
}

/** By whom and from what, in one line. */
export function describeOrigin({ by, model, basis }: Pick<SummaryView, 'by' | 'model' | 'basis'>): string {
  const author = by === 'rules' ? 'By rules, no language model' : `Written by ${model}`;
  return `${author}, ${describeBasis(basis)}`;
}
