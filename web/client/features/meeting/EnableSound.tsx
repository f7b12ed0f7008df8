import { useAudioPlayback } from '@livekit/components-react';
import { Volume2 } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';

/** Browsers may refuse to play sound before a click. */
export function EnableSound() {
  const { canPlayAudio, startAudio } = useAudioPlayback();
  if (canPlayAudio) return null;
  return (
    <div className="absolute inset-x-0 top-4 flex justify-center">
      <Button look="primary" onClick={() => void startAudio()} className="shadow-card">
        <Volume2 aria-hidden size={18} />
        Turn on sound
      </Button>
    </div>
  );
}
