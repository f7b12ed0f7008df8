import { lazy, type ReactNode } from 'react';
import type { Joined } from '../../../../lib/messages.ts';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Spinner } from '../../ui/Spinner.tsx';

const NotesPanel = lazy(async () => ({ default: (await import('./NotesPanel.tsx')).NotesPanel }));

interface NotesSideProps {
  id: string;
  wide: boolean;
  open: boolean;
  onOpenChange(open: boolean): void;
  notice: ReactNode;
  joined: Joined;
}

/** Notes beside the stage, or in a sheet from below where there is no room for it. Loaded when it is opened. */
export function NotesSide({ joined, ...panel }: NotesSideProps) {
  const { meeting, participantId, apiToken } = joined;
  return (
    <SidePanel title="Notes" {...panel}>
      <LazyPart fallback={<Spinner size={24} />}>
        <NotesPanel meetingId={meeting.id} participantId={participantId} apiToken={apiToken} />
      </LazyPart>
    </SidePanel>
  );
}
