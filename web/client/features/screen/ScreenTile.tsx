import { type TrackReference, VideoTrack } from '@livekit/components-react';
import { Maximize2 } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { ScreenShareControl } from './useScreenShare.ts';

interface ScreenTileProps {
  screen: TrackReference;
  /** Ends the share; null for those who may not. */
  stopOther: ScreenShareControl['stopOther'];
}

/** What somebody else shares, whole. */
export function ScreenTile({ screen, stopOther }: ScreenTileProps) {
  const box = useRef<HTMLElement>(null);
  const name = screen.participant.name || 'Guest';
  return (
    <section
      ref={box}
      aria-label={`Screen of ${name}`}
      className="group relative size-full overflow-hidden rounded-2xl bg-black"
    >
      <VideoTrack trackRef={screen} className="size-full object-contain" />
      <p className="absolute bottom-2 left-2 max-w-[calc(100%-1rem)] truncate rounded-lg bg-black/60 px-2.5 py-1 text-sm text-white">
        Screen of {name}
      </p>
      <div className="absolute top-2 right-2 flex gap-2">
        {stopOther && (
          <Button aria-label={`Stop the share of ${name}`} onClick={stopOther}>
            Stop
          </Button>
        )}
        <IconButton
          label="Full screen"
          icon={<Maximize2 aria-hidden size={18} />}
          look="raised"
          onClick={() => void box.current?.requestFullscreen?.().catch(() => undefined)}
        />
      </div>
    </section>
  );
}
