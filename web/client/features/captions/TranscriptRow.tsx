import { Copy } from 'lucide-react';
import { memo } from 'react';
import { AiBadge } from '../../ui/AiBadge.tsx';
import { AiMark } from '../../ui/AiMark.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { Found } from '../lines/find-words.ts';
import { MatchedText } from '../lines/MatchedText.tsx';
import { formatTime } from './format-time.ts';
import { GapRow } from './GapRow.tsx';
import { isAgentSpeaker } from './is-agent-speaker.ts';
import type { SpokenItem, TranscriptItem } from './transcript-items.ts';

interface TranscriptRowProps {
  item: TranscriptItem;
  /** Shows who speaks and when. */
  startsTurn: boolean;
  /** Somebody followed a citation to it. */
  highlighted?: boolean;
  /** What was searched for, in its text. */
  found?: readonly Found[] | undefined;
  /** The match that is looked at, if it is here. */
  current?: Found | null;
  /** The row that the Tab key reaches; arrow keys lead to the others. */
  tabStop?: boolean;
  /** Offers to copy the line; null while it is not looked at. */
  onCopy?: ((item: TranscriptItem) => void) | null;
}

export const TranscriptRow = memo(function TranscriptRow(props: TranscriptRowProps) {
  const { item, startsTurn, highlighted = false, tabStop = false, onCopy = null } = props;
  if (item.kind === 'gap') {
    return (
      <li data-kind="gap" data-key={item.key} tabIndex={tabStop ? 0 : -1}>
        <GapRow gap={item} />
      </li>
    );
  }
  const byAgent = isAgentSpeaker(item.speaker);
  return (
    <li
      data-kind={item.kind}
      data-key={item.key}
      data-line={item.line ?? undefined}
      data-highlighted={highlighted || undefined}
      tabIndex={tabStop ? 0 : -1}
      className={classNames(
        'relative grid grid-cols-[2rem_1fr] gap-x-3 px-4 transition-colors duration-500 -outline-offset-2',
        startsTurn ? 'pt-4' : 'pt-1',
        highlighted && 'bg-accent-soft pb-1.5',
      )}
    >
      {startsTurn ? <SpeakerMark item={item} byAgent={byAgent} /> : <span />}
      <div className="min-w-0">
        {startsTurn && (
          <p className="flex items-baseline gap-2">
            <span className="truncate font-semibold text-sm">{item.speakerName}</span>
            {byAgent && <AiBadge />}
            <time className="shrink-0 text-ink-faint text-xs tabular-nums">{formatTime(item.startMs)}</time>
          </p>
        )}
        <SpokenText {...props} item={item} />
      </div>
      {onCopy && item.kind !== 'interim' && (
        <IconButton
          label="Copy this line"
          icon={<Copy aria-hidden size={15} />}
          look="raised"
          size="tiny"
          className="absolute right-2 bottom-0"
          onClick={() => onCopy(item)}
        />
      )}
    </li>
  );
});

function SpeakerMark({ item, byAgent }: { item: SpokenItem; byAgent: boolean }) {
  return byAgent ? <AiMark /> : <Avatar name={item.speakerName} seed={item.speaker} />;
}

function SpokenText({ item, found = [], current = null }: TranscriptRowProps & { item: SpokenItem }) {
  if (item.kind === 'unheard') return <p className="text-sm text-warn italic">Not understood: {item.text}</p>;
  return (
    <p
      className={classNames('leading-relaxed transition-colors', item.kind === 'interim' && 'text-ink-faint')}
    >
      <MatchedText text={item.text} found={found} current={current} />
    </p>
  );
}
