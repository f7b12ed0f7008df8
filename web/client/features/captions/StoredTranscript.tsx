import { useEffect, useState } from 'react';
import type { CatchUpStatus } from './catch-up.ts';
import { followStoredLines } from './follow-stored-lines.ts';
import { TranscriptPanel } from './TranscriptPanel.tsx';
import { createTranscriptStore } from './transcript-store.ts';
import type { Reveal } from './useReveal.ts';
import { useTranscriptItems } from './useTranscriptItems.ts';

interface StoredTranscriptProps {
  meetingId: string;
  /** More is being said: look again every few seconds. */
  growing?: boolean;
  /** A line to scroll to. */
  reveal?: Reveal | null;
}

const refreshMs = 4_000;
/** Lines of an agent that was lost come late, and among the others. */
const looksUntilAll = 15;

/** What was said, for someone who is no longer in the room. */
export function StoredTranscript({ meetingId, growing = false, reveal }: StoredTranscriptProps) {
  const [store] = useState(createTranscriptStore);
  const [catchUp, setCatchUp] = useState<CatchUpStatus>('loading');
  useEffect(() => {
    const stored = followStoredLines({ meetingId, store, onStatus: setCatchUp });
    stored.refetch();
    let looks = 0;
    const look = () => {
      looks += 1;
      if (looks % looksUntilAll === 0) stored.refetch();
      else stored.refresh();
    };
    const looking = growing ? setInterval(look, refreshMs) : undefined;
    return () => {
      clearInterval(looking);
      stored.close();
    };
  }, [meetingId, growing, store]);
  const items = useTranscriptItems(store);
  return (
    <section
      aria-label="Transcript of this meeting"
      className="flex max-h-[60dvh] min-h-48 w-full max-w-2xl flex-col overflow-hidden rounded-2xl border border-line bg-surface text-left text-ink"
    >
      <h2 className="border-line border-b px-5 py-3.5 font-semibold text-sm">Transcript</h2>
      <TranscriptPanel transcript={{ items, catchUp }} reveal={reveal ?? null} />
    </section>
  );
}
