import { Volume2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { playTone } from './play-tone.ts';

/** Plays two notes on the chosen loudspeaker, so that people know before they join that they will hear. */
export function SpeakerTest({ speakerId }: { speakerId: string }) {
  const [state, setState] = useState<'idle' | 'playing' | 'failed'>('idle');
  const onPlay = async () => {
    setState('playing');
    const played = await playTone(speakerId).then(
      () => true,
      () => false,
    );
    setState(played ? 'idle' : 'failed');
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button onClick={() => void onPlay()} disabled={state === 'playing'}>
        <Volume2 aria-hidden size={17} />
        {state === 'playing' ? 'Playing' : 'Test speaker'}
      </Button>
      {state === 'failed' && (
        <p role="status" className="text-sm text-warn">
          This speaker does not play. Choose another one.
        </p>
      )}
    </div>
  );
}
