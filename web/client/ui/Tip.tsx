import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';

interface TipProps {
  label: string;
  /** Does the same as the control. */
  shortcutKey?: string | undefined;
  children: ReactNode;
}

/** A tooltip for one control. The control keeps its own accessible name. */
export function Tip({ label, shortcutKey, children }: TipProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          sideOffset={8}
          collisionPadding={8}
          className="z-50 animate-rise rounded-lg bg-ink px-2.5 py-1.5 text-canvas text-xs shadow-card"
        >
          {label}
          {shortcutKey && (
            <kbd className="ml-2 rounded border border-canvas/40 px-1.5 py-px font-sans">{shortcutKey}</kbd>
          )}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
