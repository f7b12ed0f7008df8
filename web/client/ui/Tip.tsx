import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';

/** A tooltip for one control. The control keeps its own accessible name. */
export function Tip({ label, children }: { label: string; children: ReactNode }) {
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
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
