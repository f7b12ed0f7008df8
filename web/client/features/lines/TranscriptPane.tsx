import { LocateFixed, ScrollText } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { say } from '../../ui/say.ts';
import { useAfterMeeting } from '../after/after-context.ts';
import type { Lines } from '../api/after.ts';
import { GapRow } from '../captions/GapRow.tsx';
import type { Reveal } from '../captions/useReveal.ts';
import { usePlayerValue } from '../player/usePlayer.ts';
import { LineItem, type LinePanel } from './LineItem.tsx';
import type { LineMatches } from './LineSearch.tsx';
import { TranscriptHead } from './TranscriptHead.tsx';
import {
  hasRevisions,
  type LineRow,
  listRows,
  rowAt,
  type TranscriptRow,
  type Wording,
  wordsOf,
} from './transcript-rows.ts';
import { chunkRows, useChunks } from './useChunks.ts';
import { useFollow } from './useFollow.ts';
import { useLines } from './useLines.ts';

interface TranscriptPaneProps {
  /** A line to scroll to. */
  reveal: Reveal | null;
  className: string;
}

/** All that was said, beside the sound. */
export function TranscriptPane({ reveal, className }: TranscriptPaneProps) {
  const { meetingId } = useAfterMeeting();
  const found = useLines(meetingId);
  return (
    <section
      aria-label="Transcript"
      className={`relative flex scroll-mt-4 scroll-mb-32 lg:scroll-mb-0 flex-col overflow-hidden rounded-2xl border border-line bg-surface ${className}`}
    >
      {found.data && found.data.lines.length > 0 ? (
        <FilledPane lines={found.data} reveal={reveal} />
      ) : (
        <div className="flex flex-1 flex-col items-center justify-center gap-3 px-8 py-16 text-center text-ink-soft">
          {found.isPending ? <Spinner size={24} /> : <ScrollText aria-hidden size={28} strokeWidth={1.5} />}
          <p role="status">
            {found.isPending ? 'Loading what was said' : (found.error?.message ?? 'Nothing was said.')}
          </p>
          {found.error && <Button onClick={() => void found.refetch()}>Try again</Button>}
        </div>
      )}
    </section>
  );
}

const highlightMs = 5_000;
const noMatches: LineMatches = { byRow: new Map(), current: null };

function FilledPane({ lines, reveal }: { lines: Lines; reveal: Reveal | null }) {
  const { meetingId, mayCorrect, canPlay, playLine } = useAfterMeeting();
  const box = useRef<HTMLDivElement>(null);
  const [wording, setWording] = useState<Wording>('final');
  const [open, setOpen] = useState<{ key: string; panel: LinePanel } | null>(null);
  const [highlighted, setHighlighted] = useState<Reveal | null>(null);
  const rows = useMemo(() => listRows(lines.lines, lines.gaps, wording), [lines, wording]);
  const compares = useMemo(() => hasRevisions(lines.lines), [lines]);
  const texts = useMemo(
    () => rows.map((row) => (row.kind === 'line' ? wordsOf(row.line, wording) : '')),
    [rows, wording],
  );
  const [matches, setMatches] = useState(noMatches);
  const current = usePlayerValue((player) => rowAt(rows, player.getMs()), -1);
  const isPlaying = usePlayerValue((player) => player.getStatus() === 'playing', false);
  const hasMoved = usePlayerValue((player) => player.hasMoved(), false);

  const chunks = useChunks(box, rows.length);
  const scrollTo = (index: number) => {
    const key = rows[index]?.key;
    if (key) chunks.scrollTo(index, () => box.current?.querySelector(`[data-line="${key}"]`) ?? null);
  };
  const { isFollowing, follow, stay } = useFollow({ box, row: current, isPlaying, scrollTo });

  const revealed = useRef<Reveal | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each request, as soon as its line is there
  useEffect(() => {
    if (!reveal || revealed.current === reveal) return;
    const row = rows.findIndex(({ key }) => key === reveal.line);
    if (row < 0) return;
    revealed.current = reveal;
    scrollTo(row);
    box.current?.parentElement?.scrollIntoView({ block: 'nearest' });
    follow();
    setHighlighted(reveal);
  }, [reveal, rows]);
  useEffect(() => {
    if (!highlighted) return;
    const timer = setTimeout(() => setHighlighted(null), highlightMs);
    return () => clearTimeout(timer);
  }, [highlighted]);

  const onPlay = useCallback((row: LineRow) => playLine(row.line), [playLine]);
  const onPanel = useCallback(
    (row: LineRow, panel: LinePanel | null) => setOpen(panel && { key: row.key, panel }),
    [],
  );
  const onCopyLink = useCallback(
    async (row: LineRow) => {
      await navigator.clipboard.writeText(`${location.origin}/meetings/${meetingId}?line=${row.key}`);
      await say({ text: 'The link is copied.' });
    },
    [meetingId],
  );

  const renderRow = (row: TranscriptRow, index: number) =>
    row.kind === 'gap' ? (
      <GapRow gap={row.gap} />
    ) : (
      <LineItem
        row={row}
        wording={wording}
        isCurrent={hasMoved && index === current}
        isHighlighted={highlighted?.line === row.key}
        panel={open?.key === row.key ? open.panel : null}
        found={matches.byRow.get(index)}
        currentMatch={matches.current?.index === index ? matches.current : null}
        mayCorrect={mayCorrect}
        onPlay={canPlay(row.line) ? onPlay : null}
        onPanel={onPanel}
        onCopyLink={onCopyLink}
      />
    );

  return (
    <>
      <TranscriptHead
        rows={rows}
        texts={texts}
        wording={wording}
        onWording={compares ? setWording : null}
        onMatches={setMatches}
        onShow={({ index }) => {
          stay();
          scrollTo(index);
        }}
      />
      <div
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain"
      >
        <ol aria-label="Lines" className="pb-6">
          {Array.from({ length: Math.ceil(rows.length / chunkRows) }, (_, chunk) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a chunk is its place
              key={chunk}
              ref={chunks.watch}
              data-chunk={chunk}
              aria-hidden={chunks.isShown(chunk) ? undefined : true}
            >
              {chunks.isShown(chunk) ? (
                <ol>
                  {rows.slice(chunk * chunkRows, (chunk + 1) * chunkRows).map((row, at) => (
                    <li key={row.key} aria-setsize={rows.length} aria-posinset={chunk * chunkRows + at + 1}>
                      {renderRow(row, chunk * chunkRows + at)}
                    </li>
                  ))}
                </ol>
              ) : (
                <div style={{ height: chunks.heightOf(chunk) }} />
              )}
            </li>
          ))}
        </ol>
      </div>
      {isPlaying && !isFollowing && (
        <div className="absolute inset-x-0 bottom-4 flex justify-center">
          <Button look="primary" onClick={follow} className="shadow-card">
            <LocateFixed aria-hidden size={16} />
            Follow
          </Button>
        </div>
      )}
    </>
  );
}
