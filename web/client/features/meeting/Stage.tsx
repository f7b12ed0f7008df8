import { useTracks } from '@livekit/components-react';
import { Track } from 'livekit-client';
import { ScreenTile } from '../screen/ScreenTile.tsx';
import { shapeScreen } from '../screen/shape-screen.ts';
import type { ScreenShareControl } from '../screen/useScreenShare.ts';
import { PeopleGrid } from './PeopleGrid.tsx';
import { useElementSize } from './useElementSize.ts';

interface StageProps {
  /** Ids of those whose hands are up, in order. */
  hands: readonly string[];
  share: ScreenShareControl;
}

/** More faces than this are too small to read on a laptop, and too many pictures for its decoder. */
const mostAlone = 16;
const mostBesideScreen = 4;

/** Everyone who is here; beside the shared screen while there is one. */
export function Stage({ hands, share }: StageProps) {
  // While one takes over from another both are there for a moment.
  const screen = useTracks([Track.Source.ScreenShare]).at(-1);
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const { side, strip } = shapeScreen(width, height);
  const name = screen?.participant.isLocal ? 'You share' : `${screen?.participant.name || 'Guest'} shares`;
  return (
    <div
      ref={ref}
      className={`flex min-h-0 flex-1 gap-3 overflow-hidden ${side === 'right' ? 'flex-row' : 'flex-col'}`}
    >
      <p role="status" className="sr-only">
        {screen && `${name} a screen.`}
      </p>
      {screen && (
        <div className="min-h-0 min-w-0 flex-1">
          <ScreenTile screen={screen} share={share} />
        </div>
      )}
      <div
        className={screen ? 'flex shrink-0' : 'flex min-h-0 min-w-0 flex-1'}
        style={screen && (side === 'right' ? { width: strip } : { height: strip })}
      >
        <PeopleGrid most={screen ? mostBesideScreen : mostAlone} hands={hands} />
      </div>
    </div>
  );
}
