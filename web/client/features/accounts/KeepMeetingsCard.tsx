import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { getWorkspace, saveWorkspace } from '../api/workspace.ts';
import { dayOptions, describeDays } from '../retention/keep-options.ts';
import { FormError } from './FormError.tsx';
import { SettingsCard } from './SettingsPage.tsx';

const forever = 'forever';

/** How long this installation keeps meetings where their hosts chose nothing else. */
export function KeepMeetingsCard() {
  const queries = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['workspace'],
    queryFn: ({ signal }) => getWorkspace(signal),
  });
  const save = useMutation({
    mutationFn: (keepDays: number | null) => saveWorkspace({ keepDays }),
    onSuccess: (saved) => queries.setQueryData(['workspace'], saved),
  });
  const [shorter, setShorter] = useState<number | null>(null);
  const shown = save.isPending ? save.variables : (data?.keepDays ?? null);
  const onChoose = (keepDays: number | null) => {
    const isShorter = keepDays !== null && (shown === null || keepDays < shown);
    if (isShorter) setShorter(keepDays);
    else save.mutate(keepDays);
  };
  return (
    <SettingsCard title="How long meetings are kept">
      {!data && !error && <Spinner />}
      {data && (
        <div className="max-w-sm">
          <SelectField
            label="After their end"
            value={shown === null ? forever : String(shown)}
            options={[...dayOptions(shown), { value: forever, label: 'For ever' }]}
            disabled={save.isPending}
            onChange={(value) => onChoose(value === forever ? null : Number(value))}
          />
        </div>
      )}
      <p className="mt-3 text-ink-soft text-sm">
        Then they are deleted with their recordings, mails and every other copy, within the hour. Hosts can
        choose otherwise for a meeting.
      </p>
      <FormError error={error ?? save.error} />
      <ConfirmDialog
        open={shorter !== null}
        title={`Keep meetings for ${describeDays(shorter ?? 0)} only?`}
        confirmLabel="Yes, delete older ones"
        onConfirm={() => {
          save.mutate(shorter);
          setShorter(null);
        }}
        onOpenChange={(open) => !open && setShorter(null)}
      >
        Meetings that ended before that are deleted within the hour, unless their hosts chose to keep them
        longer. This cannot be taken back.
      </ConfirmDialog>
    </SettingsCard>
  );
}
