import { useRemembered } from '../../ui/remembered.ts';
import { type CaptionPlace, captionSettings } from './caption-settings.ts';
import { LiveCaptions } from './LiveCaptions.tsx';
import type { Transcript } from './useTranscript.ts';
import { useCaptions, useTranscriptItems } from './useTranscriptItems.ts';

interface RoomCaptionsProps {
  /** Where this is on the page; captions show in the one place that the person chose. */
  at: CaptionPlace;
  transcript: Transcript;
  /** Why nothing is written down now; null while it is. */
  silence: string | null;
}

export function RoomCaptions({ at, transcript, silence }: RoomCaptionsProps) {
  const { on, place, size } = useRemembered(captionSettings);
  if (!on || place !== at) return null;
  return <Shown transcript={transcript} silence={silence} size={size} over={at === 'over'} />;
}

type ShownProps = Pick<RoomCaptionsProps, 'transcript' | 'silence'> & {
  size: Parameters<typeof LiveCaptions>[0]['size'];
  over: boolean;
};

function Shown({ transcript: { store, catchUp }, silence, ...looks }: ShownProps) {
  const isEmpty = useTranscriptItems(store).length === 0 && catchUp !== 'loading';
  const hint = silence ?? (isEmpty ? 'Captions appear here as people speak.' : null);
  return <LiveCaptions captions={useCaptions(store)} hint={hint} {...looks} />;
}
