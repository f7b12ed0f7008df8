import { memo } from 'react';
import { AiBadge } from '../../ui/AiBadge.tsx';
import { AiMark } from '../../ui/AiMark.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { classNames } from '../../ui/class-names.ts';
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
}

export const TranscriptRow = memo(function TranscriptRow(props: TranscriptRowProps) {
  const { item, startsTurn, highlighted = false } = props;
  if (item.kind === 'gap') {
    return (
      <li data-kind="gap">
        <GapRow gap={item} />
      </li>
    );
  }
  const byAgent = isAgentSpeaker(item.speaker);
  return (
    <li
      data-kind={item.kind}
      data-line={item.line ?? undefined}
      data-highlighted={highlighted || undefined}
      tabIndex={item.line ? -1 : undefined}
      className={classNames(
        'grid grid-cols-[2rem_1fr] gap-x-3 px-4 transition-colors duration-500',
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
        <SpokenText item={item} />
      </div>
    </li>
  );
});

function SpeakerMark({ item, byAgent }: { item: SpokenItem; byAgent: boolean }) {
  return byAgent ? <AiMark /> : <Avatar name={item.speakerName} seed={item.speaker} />;
}

function SpokenText({ item }: { item: SpokenItem }) {
  if (item.kind === 'unheard') return <p className="text-sm text-warn italic">Not understood: {item.text}</p>;
  return (
    <p
      className={classNames('leading-relaxed transition-colors', item.kind === 'interim' && 'text-ink-faint')}
    >
      {item.text}
    </p>
  );
}
