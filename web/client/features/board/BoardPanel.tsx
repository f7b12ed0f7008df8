import { Eye } from 'lucide-react';
import { lazy } from 'react';
import type { MeetingId } from '../../../../lib/ids.ts';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useSharedDocument } from '../documents/useSharedDocument.ts';
import { SavedMark } from '../notes/SavedMark.tsx';
import { whyViewOnly } from './why-view-only.ts';

const BoardCanvas = lazy(async () => ({ default: (await import('./BoardCanvas.tsx')).BoardCanvas }));

interface BoardPanelProps {
  meetingId: MeetingId;
  apiToken: string;
}

/** The whiteboard of the meeting, live. */
export function BoardPanel({ meetingId, apiToken }: BoardPanelProps) {
  const shared = useSharedDocument({ meetingId, kind: 'board', ownerId: null }, apiToken);
  const isOpening = shared === null || shared.status === 'connecting';
  const viewOnly = shared && whyViewOnly(shared);
  return (
    <section
      aria-label="Whiteboard"
      className="flex size-full min-h-0 flex-col overflow-hidden rounded-2xl border border-line bg-surface"
    >
      {shared && (
        <div className="flex min-h-9 items-center justify-between gap-3 border-line border-b px-3 py-1.5 text-xs">
          <SavedMark document={shared} />
          {viewOnly && (
            <p role="status" className="flex min-w-0 items-center gap-1.5 text-ink-soft">
              <Eye aria-hidden size={15} className="shrink-0" />
              {viewOnly}
            </p>
          )}
        </div>
      )}
      <div className="relative min-h-0 flex-1">
        {isOpening ? (
          <Opening />
        ) : (
          <LazyPart fallback={<Opening />}>
            <BoardCanvas
              doc={shared.doc}
              provider={shared.provider}
              mayDraw={shared.mayWrite}
              meetingId={meetingId}
              apiToken={apiToken}
            />
          </LazyPart>
        )}
      </div>
    </section>
  );
}

function Opening() {
  return (
    <p role="status" className="flex size-full items-center justify-center gap-3 text-ink-soft text-sm">
      <Spinner size={20} />
      Opening the whiteboard
    </p>
  );
}
