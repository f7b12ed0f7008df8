import { Captions, CaptionsOff, ChevronUp } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import { useShortcutKey } from '../shortcuts/shortcuts-enabled.ts';
import { changeCaptions } from './caption-settings.ts';

interface CaptionButtonsProps {
  on: boolean;
  onSettings(): void;
}

/** Captions on and off, and how they look. */
export function CaptionButtons({ on, onSettings }: CaptionButtonsProps) {
  const look = on ? 'active' : 'raised';
  return (
    <span className="flex max-lg:hidden">
      <IconButton
        label={on ? 'Hide captions' : 'Show captions'}
        icon={on ? <Captions aria-hidden size={21} /> : <CaptionsOff aria-hidden size={21} />}
        shortcutKey={useShortcutKey('captions')}
        look={look}
        size="large"
        className="rounded-r-none"
        onClick={() => changeCaptions({ on: !on })}
      />
      <IconButton
        label="Caption settings"
        icon={<ChevronUp aria-hidden size={16} />}
        look={look}
        aria-haspopup="dialog"
        className="h-12 w-7 rounded-l-none rounded-r-2xl border-l-line"
        onClick={onSettings}
      />
    </span>
  );
}
