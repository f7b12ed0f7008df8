import { type TrackReference, VideoTrack } from '@livekit/components-react';
import { Maximize2, MonitorUp } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { ScreenShareControl } from './useScreenShare.ts';

interface ScreenTileProps {
  screen: TrackReference;
  share: Pick<ScreenShareControl, 'toggle' | 'stopOther'>;
}

/** The shared screen, whole. */
export function ScreenTile({ screen, share }: ScreenTileProps) {
  const box = useRef<HTMLElement>(null);
  const { participant } = screen;
  const name = participant.name || 'Guest';
  if (participant.isLocal) return <OwnScreen onStop={share.toggle} />;
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
        {share.stopOther && (
          <Button aria-label={`Stop the share of ${name}`} onClick={share.stopOther}>
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

/** Not the screen itself: on a shared screen that would show itself without end. */
function OwnScreen({ onStop }: { onStop(): void }) {
  return (
    <section
      aria-label="Your screen"
      className="flex size-full flex-col items-center justify-center gap-3 overflow-hidden rounded-2xl bg-tile p-4 text-center"
    >
      <MonitorUp aria-hidden size={32} className="text-accent" />
      <p className="font-medium">Everyone sees your screen</p>
      <Button look="danger" onClick={onStop}>
        Stop sharing
      </Button>
    </section>
  );
}
