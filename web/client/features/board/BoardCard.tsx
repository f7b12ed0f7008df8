import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import type { MeetingId } from '../../../../lib/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { fetchBoard } from '../api/board.ts';
import { Card } from '../meetings/Card.tsx';

const StoredBoard = lazy(async () => ({ default: (await import('./StoredBoard.tsx')).StoredBoard }));

/** The whiteboard on the page of its meeting; nothing where nobody drew. It is larger than the page, and loaded when wanted. */
export function BoardCard({ meetingId }: { meetingId: MeetingId }) {
  const [shown, setShown] = useState(false);
  const { data, isError } = useQuery({
    queryKey: ['meetings', 'board', meetingId],
    queryFn: ({ signal }) => fetchBoard({ meetingId }, signal),
  });
  const count = data?.elements.length ?? 0;
  if (!isError && count === 0) return null;
  return (
    <Card title="Whiteboard">
      {isError && (
        <p role="alert" className="px-5 py-4">
          The whiteboard cannot be loaded right now. Reload the page to try again.
        </p>
      )}
      {data && !shown && (
        <div className="flex flex-wrap items-center justify-between gap-3 px-5 py-4">
          <p className="text-ink-soft">
            {count === 1 ? 'One thing was drawn.' : `${count.toLocaleString('en')} things were drawn.`}
          </p>
          <Button onClick={() => setShown(true)}>Show the whiteboard</Button>
        </div>
      )}
      {data && shown && (
        <div className="h-[min(70dvh,36rem)]">
          <LazyPart fallback={<Spinner />}>
            <StoredBoard meetingId={meetingId} elements={data.elements} />
          </LazyPart>
        </div>
      )}
    </Card>
  );
}
