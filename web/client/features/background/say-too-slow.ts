import { toast } from 'sonner';
import { chosenBackground } from './chosen-background.ts';
import { showWords, tooSlowWords } from './too-slow-words.ts';

/** In the room, with a way out. */
export function sayTooSlow(): void {
  toast.warning(tooSlowWords, {
    duration: 20_000,
    action: { label: showWords, onClick: () => chosenBackground.set('off') },
  });
}
