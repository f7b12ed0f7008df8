import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

interface MenuFrameProps {
  /** The button that opens it. */
  trigger: ReactElement;
  /** Where its code came with the press of another button. */
  defaultOpen?: boolean;
  side?: 'top' | 'bottom';
  align?: 'start' | 'center' | 'end';
  /** Its width. */
  className?: string;
  children: ReactNode;
}

/**
 * What all menus have. They are not modal: nothing of the page is hidden from screen readers while buttons of it can still
 * have the focus. The keyboard stays in the menu until Escape all the same.
 */
export function MenuFrame({
  trigger,
  defaultOpen,
  side,
  align = 'end',
  className = '',
  ...rest
}: MenuFrameProps) {
  return (
    <DropdownMenu.Root defaultOpen={defaultOpen} modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          side={side}
          align={align}
          sideOffset={8}
          collisionPadding={12}
          className={`z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-[calc(100vw-1.5rem)] animate-rise overflow-y-auto overscroll-contain rounded-xl border border-line bg-surface p-1.5 shadow-card ${className}`}
        >
          {rest.children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
