import { type SummaryMail, summaryLimits } from '../../../../lib/summary-choice.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextAreaField } from '../../ui/TextAreaField.tsx';
import { templateNames } from '../summary/summary-words.ts';
import type { PlanDraft } from './plan-draft.ts';

const mails: Record<SummaryMail, string> = {
  all: 'To everyone who was there',
  host: 'To me only',
  none: 'To nobody',
};

interface SummaryFieldsProps {
  draft: Pick<PlanDraft, 'summaryTemplate' | 'summaryInstructions' | 'summaryMail'>;
  onChange(change: Partial<PlanDraft>): void;
}

/** What the summary is like, and who gets it by mail. */
export function SummaryFields({ draft, onChange }: SummaryFieldsProps) {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          label="Summary"
          value={draft.summaryTemplate}
          options={optionsOf(templateNames)}
          onChange={(value) => onChange({ summaryTemplate: keyOf(templateNames, value) ?? 'general' })}
        />
        <SelectField
          label="Summary by mail"
          value={draft.summaryMail}
          options={optionsOf(mails)}
          onChange={(value) => onChange({ summaryMail: keyOf(mails, value) ?? 'all' })}
        />
      </div>
      {draft.summaryTemplate === 'own' && (
        <TextAreaField
          label="What the summary should say"
          hint="Without a language model a general one is written."
          rows={3}
          maxLength={summaryLimits.instructions}
          value={draft.summaryInstructions}
          onChange={(event) => onChange({ summaryInstructions: event.target.value })}
        />
      )}
    </>
  );
}

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

function keyOf<K extends string>(labels: Record<K, string>, value: string): K | undefined {
  return (Object.keys(labels) as K[]).find((key) => key === value);
}
