import { AudioLines } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import type { PushToAsk } from './usePushToAsk.ts';

interface PushToAskButtonProps {
  personaName: string;
  push: PushToAsk;
}

/** A press shorter than this switches; a longer one holds until it is let go. */
const holdMs = 350;

/** Says to the AI participant that the next words are for it: hold, or press once to begin and once to end. */
export function PushToAskButton({ personaName, push }: PushToAskButtonProps) {
  const { active, setActive } = push;
  const press = useRef<{ atMs: number; wasActive: boolean } | null>(null);
  const onDown = () => {
    if (press.current) return;
    press.current = { atMs: performance.now(), wasActive: active };
    setActive(true);
  };
  const onUp = () => {
    if (!press.current) return;
    const { atMs, wasActive } = press.current;
    press.current = null;
    if (wasActive || performance.now() - atMs >= holdMs) setActive(false);
  };
  const isPress = ({ key }: KeyboardEvent) => key === ' ' || key === 'Enter';
  return (
    <IconButton
      label={
        active ? `${personaName} hears a question from you; press to finish` : `Ask ${personaName} aloud`
      }
      icon={<AudioLines aria-hidden size={21} />}
      look={active ? 'active' : 'raised'}
      size="large"
      aria-pressed={active}
      className={active ? 'ring-2 ring-accent' : undefined}
      onPointerDown={({ button, currentTarget, pointerId }) => {
        if (button !== 0) return;
        currentTarget.setPointerCapture?.(pointerId);
        onDown();
      }}
      onPointerUp={onUp}
      onPointerCancel={onUp}
      onKeyDown={(event) => {
        if (!isPress(event)) return;
        event.preventDefault();
        if (!event.repeat) onDown();
      }}
      onKeyUp={(event) => {
        if (isPress(event)) onUp();
      }}
      onBlur={onUp}
    />
  );
}
