import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type SummaryTemplate, summaryLimits, summaryTemplates } from '../../../../lib/summary-choice.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextAreaField } from '../../ui/TextAreaField.tsx';
import { useAfterMeeting } from '../after/after-context.ts';
import { requestSummary } from '../api/after.ts';
import { templateNames } from './summary-words.ts';

/** Has the summary written again, by another template or a person's own instructions. */
export function RewriteDialog({ onClose }: { onClose(): void }) {
  const { meetingId } = useAfterMeeting();
  const queries = useQueryClient();
  const [template, setTemplate] = useState<SummaryTemplate>('general');
  const [instructions, setInstructions] = useState('');
  const write = useMutation({
    mutationFn: () =>
      requestSummary(meetingId, { template, instructions: template === 'own' ? instructions : '' }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['stages', meetingId] });
      onClose();
    },
  });
  return (
    <DialogFrame
      title="Write the summary again"
      description="From the transcript as it is now, with all corrections. Earlier versions are kept; tasks and decisions that somebody ticked or changed stay as they are. Nobody gets another mail."
      closedBy="own"
      onClose={onClose}
    >
      <form
        className="mt-5 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          write.mutate();
        }}
      >
        <SelectField
          label="What kind of meeting it was"
          value={template}
          options={summaryTemplates.map((value) => ({ value, label: templateNames[value] }))}
          onChange={(value) => setTemplate(summaryTemplates.find((each) => each === value) ?? 'general')}
        />
        {template === 'own' && (
          <TextAreaField
            label="What you want to know from it"
            hint="For example: list every risk that was named, with who named it."
            rows={5}
            required
            maxLength={summaryLimits.instructions}
            value={instructions}
            onChange={({ target }) => setInstructions(target.value)}
          />
        )}
        {write.error && (
          <p role="alert" className="text-danger text-sm">
            {write.error.message}
          </p>
        )}
        <div className="mt-2 flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={write.isPending}>
            Write it
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
