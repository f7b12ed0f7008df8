import { type ComponentProps, lazy } from 'react';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';

const PipView = lazy(async () => ({ default: (await import('./PipView.tsx')).PipView }));

interface PipPartProps extends Omit<ComponentProps<typeof PipView>, 'small'> {
  /** Null while it is closed. */
  small: Window | null;
}

/** What is in the small window, loaded when it opens. */
export function PipPart({ small, ...view }: PipPartProps) {
  return (
    small && (
      <LazyPart failed={<PartFailed onDismiss={() => small.close()} />}>
        <PipView small={small} {...view} />
      </LazyPart>
    )
  );
}
