import { ArrowDown, ScrollText } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { CatchUpStatus } from './catch-up.ts';
import { TranscriptRow } from './TranscriptRow.tsx';
import type { TranscriptMatches } from './TranscriptSearch.tsx';
import { TranscriptTools } from './TranscriptTools.tsx';
import { startsTurn, type TranscriptItem } from './transcript-items.ts';
import { useLiveScroll } from './useLiveScroll.ts';
import { type Reveal, useReveal } from './useReveal.ts';
import { useRowCopy } from './useRowCopy.ts';

interface TranscriptPanelProps {
  transcript: { items: readonly TranscriptItem[]; catchUp: CatchUpStatus };
  /** A line to scroll to. */
  reveal?: Reveal | null;
}

const noMatches: TranscriptMatches = { byKey: new Map(), current: null };

/** All that was said, newest at the end. */
export function TranscriptPanel({ transcript, reveal = null }: TranscriptPanelProps) {
  const { items, catchUp } = transcript;
  const last = items.at(-1);
  const scroll = useLiveScroll(items.length, last && last.kind !== 'gap' ? last.text : '');
  const { start, end } = scroll.shown;
  const shown = items.slice(start, end);
  const highlighted = useReveal({ box: scroll.ref, items, reveal, hold: scroll.hold });
  const [matches, setMatches] = useState(noMatches);
  const copy = useRowCopy(items);
  const tabStop = shown.some(({ key }) => key === copy.active) ? copy.active : shown.at(-1)?.key;

  const wanted = useRef<string | null>(null);
  const show = (key: string) => {
    wanted.current = key;
    scroll.hold(items.findIndex((item) => item.key === key));
  };
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = scroll.ref.current?.querySelector(`[data-key="${CSS.escape(wanted.current)}"]`);
    if (!row) return;
    wanted.current = null;
    row.scrollIntoView({ block: 'center' });
  });

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {items.length > 0 && <TranscriptTools items={items} onMatches={setMatches} onShow={show} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Home and End, which browsers have for any scrolling box */}
      <div
        ref={scroll.ref}
        onScroll={scroll.onScroll}
        onKeyDown={scroll.onKeyDown}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        {items.length === 0 && <EmptyTranscript loading={catchUp === 'loading'} />}
        <ol aria-label="Transcript" className="pb-5" {...copy.list}>
          {shown.map((item, index) => {
            const found = matches.byKey.get(item.key);
            return (
              <TranscriptRow
                key={item.key}
                item={item}
                startsTurn={startsTurn(item, items[start + index - 1])}
                highlighted={item.kind !== 'gap' && item.line !== null && item.line === highlighted}
                found={found}
                current={matches.current && found?.includes(matches.current) ? matches.current : null}
                tabStop={item.key === tabStop}
                onCopy={item.key === copy.active ? copy.copyRow : null}
              />
            );
          })}
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
        <div className="pointer-events-none absolute inset-x-0 bottom-4 flex justify-center">
          <Button look="primary" onClick={scroll.jumpToLive} className="pointer-events-auto shadow-card">
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
