import { useConnectionQualityIndicator } from '@livekit/components-react';
import type { Participant } from 'livekit-client';
import { Wifi, WifiLow, WifiOff } from 'lucide-react';
import { connectionWords, isWeak } from './connection-words.ts';

interface ConnectionMarkProps {
  participant: Participant;
}

/** On a tile: only what explains why somebody is hard to hear or see. */
export function WeakConnection({ participant }: ConnectionMarkProps) {
  const { quality } = useConnectionQualityIndicator({ participant });
  if (!isWeak(quality)) return null;
  const Icon = quality === 'lost' ? WifiOff : WifiLow;
  return (
    <span className="flex shrink-0 items-center gap-1 text-[#f0c064]">
      <Icon aria-hidden size={14} />
      <span className="text-xs @max-[16rem]:sr-only">{connectionWords(quality)}</span>
    </span>
  );
}

/** In the list of people: also that all is well. */
export function ConnectionMark({ participant }: ConnectionMarkProps) {
  const { quality } = useConnectionQualityIndicator({ participant });
  const words = connectionWords(quality);
  if (words === null) return null;
  if (!isWeak(quality)) return <Wifi aria-label={words} size={17} className="text-ink-soft" />;
  const Icon = quality === 'lost' ? WifiOff : WifiLow;
  return (
    <span className="flex items-center gap-1 text-warn text-xs">
      <Icon aria-hidden size={17} />
      {words}
    </span>
  );
}
