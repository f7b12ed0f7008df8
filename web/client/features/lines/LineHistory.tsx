import { useQuery } from '@tanstack/react-query';
import type { LineEdit } from '../../../../lib/line-edit-messages.ts';
import type { LineView } from '../../../../lib/line-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useAfterMeeting } from '../after/after-context.ts';
import { listLineEdits } from '../api/line-edits.ts';
import { formatClock, formatDay } from '../meetings/format-when.ts';

/** Every wording of a line, and who changed what. */
export function LineHistory({ line, onClose }: { line: LineView; onClose(): void }) {
  const { meetingId } = useAfterMeeting();
  const edits = useQuery({
    queryKey: ['line-edits', meetingId, line.epoch, line.seq, line.text, line.speakerName],
    queryFn: ({ signal }) => listLineEdits(meetingId, line, signal),
  });
  return (
    <div className="my-2 rounded-xl border border-line bg-surface p-4 text-sm">
      <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[7rem_1fr]">
        <dt className="text-ink-faint">Heard live</dt>
        <dd>{line.liveText ?? 'Not heard. Only the recording has it.'}</dd>
        <dt className="text-ink-faint">Recording</dt>
        <dd>{line.recordedText ?? 'Not recorded, or not understood.'}</dd>
        {line.heardAs !== null && (
          <>
            <dt className="text-ink-faint">Microphone of</dt>
            <dd>{line.heardAs}</dd>
          </>
        )}
      </dl>
      {edits.isPending && (
        <p role="status" className="mt-3 flex items-center gap-2 text-ink-soft">
          <Spinner size={15} /> Looking for changes
        </p>
      )}
      {edits.error && (
        <p role="alert" className="mt-3 text-danger">
          {edits.error.message}
        </p>
      )}
      {edits.data && (
        <ol className="mt-3 flex flex-col gap-2 border-line border-t pt-3">
          {edits.data.length === 0 && <li className="text-ink-soft">Nobody has changed it.</li>}
          {edits.data.map((edit) => (
            <li key={edit.id}>
              <span className="text-ink-faint">
                {edit.by ?? 'Somebody'}, {formatDay(edit.atMs, Date.now())} {formatClock(edit.atMs)}
                {whats[edit.what]}:
              </span>{' '}
              <del className="text-ink-soft">{edit.before}</del>{' '}
              <ins className="no-underline">{edit.after}</ins>
            </li>
          ))}
        </ol>
      )}
      <Button look="plain" onClick={onClose} className="mt-2 -ml-4">
        Close
      </Button>
    </div>
  );
}

const whats: Record<LineEdit['what'], string> = {
  words: '',
  speaker: ', who spoke',
  name: ', the name in the whole meeting',
};
