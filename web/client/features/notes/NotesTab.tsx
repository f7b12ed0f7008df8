import { useQuery, useQueryClient } from '@tanstack/react-query';
import { NotebookPen } from 'lucide-react';
import { lazy, type ReactNode, useState } from 'react';
import { type NoteLine, notesAsText } from '../../../../lib/documents/note-line.ts';
import type { MeetingNotes } from '../../../../lib/documents/note-messages.ts';
import type { MeetingId } from '../../../../lib/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { fetchNotes } from '../api/notes.ts';
import { BoardCard } from '../board/BoardCard.tsx';
import { Card } from '../meetings/Card.tsx';
import { NoteText } from './NoteText.tsx';

const NoteEditor = lazy(async () => ({ default: (await import('./NoteEditor.tsx')).NoteEditor }));

/** What was written and drawn in a meeting, on its page: by everyone, and by oneself. */
export function NotesTab({ meetingId }: { meetingId: MeetingId }) {
  const queryKey = ['meetings', 'notes', meetingId];
  const { data, isError } = useQuery({ queryKey, queryFn: ({ signal }) => fetchNotes(meetingId, signal) });
  const client = useQueryClient();
  if (isError) return <p role="alert">The notes cannot be loaded right now. Reload the page to try again.</p>;
  if (!data) return <Spinner />;
  const { shared, own } = data;
  return (
    <div className="flex flex-col gap-5">
      <Card title="Notes of the meeting">
        <Written lines={shared} label="Notes of the meeting" empty="Nobody wrote notes in this meeting." />
      </Card>
      <BoardCard meetingId={meetingId} />
      {own && (
        <Card title="Only yours">
          <OwnNotes meetingId={meetingId} own={own} onDone={() => client.invalidateQueries({ queryKey })} />
        </Card>
      )}
    </div>
  );
}

interface OwnNotesProps {
  meetingId: MeetingId;
  own: NonNullable<MeetingNotes['own']>;
  onDone(): void;
}

/** Read until somebody wants to write: the editor is larger than the page. */
function OwnNotes({ meetingId, own: { ownerId, lines }, onDone }: OwnNotesProps) {
  const [writing, setWriting] = useState(false);
  if (!writing) {
    return (
      <Written
        lines={lines}
        label="Your own notes"
        empty="You wrote nothing for yourself. Nobody else sees what is here."
      >
        <Button onClick={() => setWriting(true)}>{lines.length > 0 ? 'Edit' : 'Write notes'}</Button>
      </Written>
    );
  }
  return (
    <div className="flex flex-col">
      <div className="flex h-96 flex-col">
        <LazyPart fallback={<Spinner />}>
          <NoteEditor
            document={{ meetingId, kind: 'my-notes', ownerId }}
            token=""
            label="Your own notes"
            hint="Only you see these notes. They are in no summary and in no export of the meeting."
          />
        </LazyPart>
      </div>
      <div className="border-line border-t p-4">
        <Button
          look="primary"
          onClick={() => {
            setWriting(false);
            onDone();
          }}
        >
          Done
        </Button>
      </div>
    </div>
  );
}

interface WrittenProps {
  lines: readonly NoteLine[];
  label: string;
  empty: string;
  children?: ReactNode;
}

function Written({ lines, label, empty, children }: WrittenProps) {
  return (
    <div className="flex flex-col gap-4 px-5 py-4">
      {lines.length > 0 ? (
        <NoteText lines={lines} label={label} />
      ) : (
        <p className="flex items-center gap-3 text-ink-faint">
          <NotebookPen aria-hidden size={20} strokeWidth={1.5} className="shrink-0" />
          {empty}
        </p>
      )}
      {(lines.length > 0 || children) && (
        <div className="flex flex-wrap gap-2">
          {children}
          {lines.length > 0 && (
            <CopyButton text={notesAsText(lines)} label={`Copy: ${label.toLowerCase()}`} />
          )}
        </div>
      )}
    </div>
  );
}
