import { ArrowDown, ScrollText } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { TranscriptRow } from './TranscriptRow.tsx';
import { startsTurn } from './transcript-items.ts';
import { useLiveScroll } from './useLiveScroll.ts';
import { type Reveal, useReveal } from './useReveal.ts';
import type { Transcript } from './useTranscript.ts';

interface TranscriptPanelProps {
  transcript: Transcript;
  /** A line to scroll to. */
  reveal?: Reveal | null;
}

/** All that was said, newest at the end. */
export function TranscriptPanel({ transcript, reveal = null }: TranscriptPanelProps) {
  const { items, catchUp } = transcript;
  const last = items.at(-1);
  const scroll = useLiveScroll(items.length, last && last.kind !== 'gap' ? last.text : '');
  const highlighted = useReveal({ box: scroll.ref, items, reveal, hold: scroll.hold });
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroll.ref}
        onScroll={scroll.onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        {items.length === 0 && <EmptyTranscript loading={catchUp === 'loading'} />}
        <ol aria-label="Transcript" className="pb-5">
          {items.slice(scroll.start).map((item, index) => (
            <TranscriptRow
              key={item.key}
              item={item}
              startsTurn={startsTurn(item, items[scroll.start + index - 1])}
              highlighted={item.kind !== 'gap' && item.line !== null && item.line === highlighted}
            />
          ))}
        </ol>
      </div>
      {catchUp === 'failing' && (
        <p
          role="status"
          className="flex items-center gap-2 border-line border-t px-4 py-2.5 text-sm text-warn"
        >
          <Spinner size={15} />
          Earlier lines cannot be loaded yet. Trying again.
        </p>
      )}
      {!scroll.live && (
        <div className="absolute inset-x-0 bottom-4 flex justify-center">
          <Button look="primary" onClick={scroll.jumpToLive} className="shadow-card">
            <ArrowDown aria-hidden size={16} />
            {scroll.unseen > 0 ? `Jump to live (${scroll.unseen} new)` : 'Jump to live'}
          </Button>
        </div>
      )}
    </div>
  );
}

function EmptyTranscript({ loading }: { loading: boolean }) {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 px-8 py-10 text-center text-ink-faint">
      {loading ? <Spinner size={24} /> : <ScrollText aria-hidden size={28} strokeWidth={1.5} />}
      <p>{loading ? 'Loading what was said' : 'What people say appears here.'}</p>
    </div>
  );
}
