import { type ComponentType, lazy, type ReactElement, useMemo, useState } from 'react';
import { LazyPart } from './LazyPart.tsx';
import { PartFailed } from './PartFailed.tsx';

interface OnDemandButton {
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
  onPointerEnter(): void;
  onFocus(): void;
  onClick(): void;
}

interface OnDemandProps<P extends object> {
  /** Fetches a menu that is open at first, with a button of its own. The same function each time. */
  load(): Promise<{ default: ComponentType<P> }>;
  /** What the menu is given. */
  with: P;
  /** The button that stands there until then. */
  children(button: OnDemandButton): ReactElement;
}

/** A menu whose code comes when somebody goes for it: with its layers and positions it weighs more than a page. */
export function OnDemand<P extends object>({ load, with: given, children }: OnDemandProps<P>) {
  const [isWanted, setWanted] = useState(false);
  const Menu = useMemo(() => lazy(load), [load]);
  // Where it cannot be had, the click says so.
  const prepare = () => void load().catch(() => null);
  const button = children({
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: prepare,
    onFocus: prepare,
    onClick: () => setWanted(true),
  });
  if (!isWanted) return button;
  return (
    <LazyPart
      fallback={button}
      failed={
        <>
          {button}
          <PartFailed onDismiss={() => setWanted(false)} />
        </>
      }
    >
      <Menu {...given} />
    </LazyPart>
  );
}
