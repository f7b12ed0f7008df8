import { History, Link2, Pencil, UserPen } from 'lucide-react';
import { lazy, memo } from 'react';
import { AiBadge } from '../../ui/AiBadge.tsx';
import { AiMark } from '../../ui/AiMark.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { classNames } from '../../ui/class-names.ts';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { formatTime } from '../captions/format-time.ts';
import { isAgentSpeaker } from '../captions/is-agent-speaker.ts';
import type { Found } from './find-words.ts';
import { MatchedText } from './MatchedText.tsx';
import { RecordedOffer } from './RecordedOffer.tsx';
import { type LineRow, type Wording, wordsOf } from './transcript-rows.ts';

const LineEditor = lazy(async () => ({ default: (await import('./LineEditor.tsx')).LineEditor }));
const SpeakerForm = lazy(async () => ({ default: (await import('./SpeakerForm.tsx')).SpeakerForm }));
const LineHistory = lazy(async () => ({ default: (await import('./LineHistory.tsx')).LineHistory }));

/** What is open under a line. */
export type LinePanel = 'words' | 'speaker' | 'history';

interface LineItemProps {
  row: LineRow;
  wording: Wording;
  /** It is being said in the recording now. */
  isCurrent: boolean;
  /** Somebody followed a link to it. */
  isHighlighted: boolean;
  panel: LinePanel | null;
  /** What was searched for, in its words. */
  found: readonly Found[] | undefined;
  currentMatch: Found | null;
  mayCorrect: boolean;
  /** Null where nothing of it was recorded. */
  onPlay: ((row: LineRow) => void) | null;
  onPanel(row: LineRow, panel: LinePanel | null): void;
  onCopyLink(row: LineRow): void;
}

const noMatches: readonly Found[] = [];

export const LineItem = memo(function LineItem(props: LineItemProps) {
  const { row, wording, isCurrent, isHighlighted, panel, mayCorrect, onPlay, onPanel } = props;
  const { line, startsTurn } = row;
  const byAgent = isAgentSpeaker(line.speaker);
  const close = () => onPanel(row, null);
  return (
    <div
      data-line={row.key}
      data-current={isCurrent || undefined}
      data-highlighted={isHighlighted || undefined}
      className={classNames(
        'group relative grid grid-cols-[2rem_1fr] gap-x-3 px-4 transition-colors duration-300 sm:px-5',
        startsTurn ? 'pt-4 pb-1' : 'py-1',
        (isCurrent || isHighlighted) && 'bg-accent-soft',
        isCurrent && 'shadow-[inset_3px_0_0_var(--accent)]',
      )}
    >
      {startsTurn ? <SpeakerMark row={row} byAgent={byAgent} /> : <span />}
      <div className="min-w-0">
        {startsTurn && (
          <p className="flex items-baseline gap-2 pr-24">
            <span className="truncate font-semibold text-sm">{line.speakerName}</span>
            {byAgent && <AiBadge />}
            <TimeButton row={row} onPlay={onPlay} />
          </p>
        )}
        {line.kind === 'unheard' ? (
          <p className="text-sm text-warn italic">Not understood: {line.text}</p>
        ) : (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the time is the button for keyboards
          <p
            onClick={onPlay ? () => getSelection()?.isCollapsed !== false && onPlay(row) : undefined}
            className={classNames(
              'leading-relaxed',
              onPlay && 'cursor-pointer',
              wording === 'live' && 'italic',
            )}
          >
            <MatchedText
              text={wordsOf(line, wording)}
              found={props.found ?? noMatches}
              current={props.currentMatch}
            />
            {line.source === 'person' && wording === 'final' && (
              <span className="ml-1.5 text-ink-faint text-xs">(corrected)</span>
            )}
          </p>
        )}
        {wording === 'final' && mayCorrect && panel === null && <RecordedOffer line={line} />}
        <LazyPart>
          {panel === 'words' && <LineEditor line={line} onClose={close} />}
          {panel === 'speaker' && <SpeakerForm line={line} onClose={close} />}
          {panel === 'history' && <LineHistory line={line} onClose={close} />}
        </LazyPart>
      </div>
      {line.kind === 'speech' && panel === null && <LineActions {...props} />}
    </div>
  );
});

function SpeakerMark({ row: { line }, byAgent }: { row: LineRow; byAgent: boolean }) {
  return byAgent ? <AiMark /> : <Avatar name={line.speakerName} seed={line.speaker} />;
}

function TimeButton({ row, onPlay }: Pick<LineItemProps, 'row' | 'onPlay'>) {
  const time = formatTime(row.line.startMs);
  if (!onPlay) return <span className="shrink-0 px-1 text-ink-faint text-xs tabular-nums">{time}</span>;
  return (
    <button
      type="button"
      onClick={() => onPlay(row)}
      aria-label={`Go to ${time}`}
      className="shrink-0 rounded px-1 text-ink-faint text-xs tabular-nums hover:bg-sunken hover:text-accent"
    >
      {time}
    </button>
  );
}

const action =
  'inline-flex size-8 items-center justify-center rounded-lg text-ink-soft hover:bg-sunken hover:text-ink';

/** In sight while the line is pointed at, has the focus or is heard. */
function LineActions({
  row,
  isCurrent,
  isHighlighted,
  mayCorrect,
  onPlay,
  onPanel,
  onCopyLink,
}: LineItemProps) {
  const at = formatTime(row.line.startMs);
  return (
    <div
      className={classNames(
        'absolute top-0.5 right-2 flex items-center rounded-lg border border-line bg-surface shadow-card transition-opacity',
        'opacity-0 focus-within:opacity-100 group-hover:opacity-100',
        (isCurrent || isHighlighted) && 'pointer-coarse:opacity-100',
      )}
    >
      {!row.startsTurn && <TimeButton row={row} onPlay={onPlay} />}
      {mayCorrect && (
        <>
          <button
            type="button"
            title="Correct the words"
            aria-label={`Correct the words at ${at}`}
            onClick={() => onPanel(row, 'words')}
            className={action}
          >
            <Pencil aria-hidden size={15} />
          </button>
          <button
            type="button"
            title="Somebody else spoke"
            aria-label={`Change who spoke at ${at}`}
            onClick={() => onPanel(row, 'speaker')}
            className={action}
          >
            <UserPen aria-hidden size={15} />
          </button>
        </>
      )}
      <button
        type="button"
        title="Other wordings and changes"
        aria-label={`Other wordings and changes at ${at}`}
        onClick={() => onPanel(row, 'history')}
        className={action}
      >
        <History aria-hidden size={15} />
      </button>
      <button
        type="button"
        title="Copy a link to this line"
        aria-label={`Copy a link to the line at ${at}`}
        onClick={() => onCopyLink(row)}
        className={action}
      >
        <Link2 aria-hidden size={15} />
      </button>
    </div>
  );
}
