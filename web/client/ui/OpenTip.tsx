import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { placeTip } from './place-tip.ts';

interface OpenTipProps {
  label: string;
  shortcutKey: string | undefined;
  control: RefObject<HTMLElement | null>;
  onPointerEnter(): void;
  onPointerLeave(): void;
  onClose(): void;
}

/** Can be pointed at and closed by Escape (WCAG 2.2, 1.4.13); what it says is the control's name already. */
export function OpenTip({ label, shortcutKey, control, onClose, ...pointer }: OpenTipProps) {
  const tip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!tip.current || !control.current) return;
    const view = { width: window.innerWidth, height: window.innerHeight };
    const { left, top } = placeTip(
      control.current.getBoundingClientRect(),
      tip.current.getBoundingClientRect(),
      view,
    );
    tip.current.style.translate = `${left}px ${top}px`;
  }, [control]);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && onClose();
    document.addEventListener('keydown', onKey);
    document.addEventListener('scroll', onClose, { capture: true });
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('scroll', onClose, { capture: true });
    };
  }, [onClose]);
  return createPortal(
    <div
      ref={tip}
      role="tooltip"
      aria-hidden
      {...pointer}
      className="pointer-events-auto fixed top-0 left-0 z-50 max-w-[calc(100vw-1rem)] rounded-lg bg-ink px-2.5 py-1.5 text-canvas text-xs shadow-card"
    >
      {label}
      {shortcutKey && (
        <kbd className="ml-2 rounded border border-canvas/40 px-1.5 py-px font-sans">{shortcutKey}</kbd>
      )}
    </div>,
    document.body,
  );
}
