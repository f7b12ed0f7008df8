import { Captions, CaptionsOff, ScrollText } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';

export interface RoomViewState {
  captionsOn: boolean;
  onCaptions(on: boolean): void;
  transcriptOpen: boolean;
  onTranscript(open: boolean): void;
}

/** What this person sees: captions under the stage, the transcript beside it. */
export function ViewButtons({ captionsOn, onCaptions, transcriptOpen, onTranscript }: RoomViewState) {
  return (
    <>
      <IconButton
        label={captionsOn ? 'Hide captions' : 'Show captions'}
        icon={captionsOn ? <Captions aria-hidden size={21} /> : <CaptionsOff aria-hidden size={21} />}
        look={captionsOn ? 'active' : 'raised'}
        size="large"
        onClick={() => onCaptions(!captionsOn)}
      />
      <IconButton
        label={transcriptOpen ? 'Hide transcript' : 'Show transcript'}
        icon={<ScrollText aria-hidden size={21} />}
        look={transcriptOpen ? 'active' : 'raised'}
        size="large"
        aria-expanded={transcriptOpen}
        onClick={() => onTranscript(!transcriptOpen)}
      />
    </>
  );
}
