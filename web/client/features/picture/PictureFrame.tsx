import { Captions, CaptionsOff, EyeOff, Maximize, Play, Video } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { LineView } from '../../../../lib/line-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useRemembered } from '../../ui/remembered.ts';
import type { Player } from '../player/create-player.ts';
import { usePlayerValue } from '../player/usePlayer.ts';
import { pictureShown } from './picture-shown.ts';
import { useCaptionTrack } from './useCaptionTrack.ts';
import { useFullScreen } from './useFullScreen.ts';

interface PictureFrameProps {
  player: Player;
  /** What the player plays with. */
  video: HTMLVideoElement;
  lines: readonly LineView[];
}

const control = 'bg-black/55 text-white hover:bg-black/75 hover:text-white';

/** What the player plays, to be seen. It follows the player's clock, which plays on where nothing is to be seen. */
export function PictureFrame({ player, video, lines }: PictureFrameProps) {
  const shown = useRemembered(pictureShown);
  const [captions, setCaptions] = useState(false);
  const piece = usePlayerValue((each) => each.getPiece(), null);
  const hasMoved = usePlayerValue((each) => each.hasMoved(), false);
  const isOn = usePlayerValue(
    (each) => each.getStatus() === 'playing' || each.getStatus() === 'loading',
    false,
  );
  const showFull = useFullScreen(video);
  useCaptionTrack(video, { lines, piece, on: captions });
  return (
    <section aria-label="Video" className="mt-5 max-lg:sticky max-lg:top-0 max-lg:z-10">
      <div hidden={!shown} className="relative aspect-video w-full overflow-hidden rounded-2xl bg-black">
        <Screen video={video} />
        <button
          type="button"
          aria-label={isOn ? 'Pause the video' : 'Play the video'}
          onClick={() => (isOn ? player.pause() : player.play())}
          className="-outline-offset-4 absolute inset-0 flex size-full items-center justify-center rounded-2xl"
        >
          {!isOn && (
            <span className="flex size-16 items-center justify-center rounded-full bg-black/55 text-white">
              <Play aria-hidden size={28} fill="currentColor" className="ml-1" />
            </span>
          )}
        </button>
        {hasMoved && !piece?.hasPicture && (
          <p className="absolute inset-x-0 bottom-16 px-6 text-center text-sm text-white">
            There is no picture of this part, only sound.
          </p>
        )}
        <div className="absolute top-2 right-2 flex gap-1.5">
          <IconButton
            label={captions ? 'Captions off' : 'Captions on'}
            aria-pressed={captions}
            icon={captions ? <CaptionsOff aria-hidden size={19} /> : <Captions aria-hidden size={19} />}
            className={control}
            onClick={() => setCaptions(!captions)}
          />
          {showFull && (
            <IconButton
              label="Full screen"
              icon={<Maximize aria-hidden size={19} />}
              className={control}
              onClick={showFull}
            />
          )}
          <IconButton
            label="Hide the video"
            icon={<EyeOff aria-hidden size={19} />}
            className={control}
            onClick={() => pictureShown.set(false)}
          />
        </div>
      </div>
      {!shown && (
        <Button look="quiet" onClick={() => pictureShown.set(true)}>
          <Video aria-hidden size={18} /> Show the video
        </Button>
      )}
    </section>
  );
}

/** A place for an element that outlives it: what plays goes on when it is moved. */
function Screen({ video }: { video: HTMLVideoElement }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    video.playsInline = true;
    video.className = 'size-full object-contain';
    video.setAttribute('aria-label', 'Video of the meeting');
    place.current?.append(video);
  }, [video]);
  return <div ref={place} className="absolute inset-0" />;
}
