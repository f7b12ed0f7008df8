import { Children, Component, type ReactNode, Suspense } from 'react';
import { PartFailed } from './PartFailed.tsx';

interface LazyPartProps {
  /** Stands there until the code has come. */
  fallback?: ReactNode;
  /** Stands there when it did not come, or broke. */
  failed?: ReactNode;
  children: ReactNode;
}

/** A part of the page whose code comes when it is shown. Where it cannot be had, the rest of the page stays. */
export function LazyPart({ fallback = null, failed = <PartFailed />, children }: LazyPartProps) {
  // What was put aside is tried again when it is asked for again.
  const isShown = Children.toArray(children).length > 0;
  return (
    <Boundary key={`${isShown}`} failed={failed}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </Boundary>
  );
}

/** A class, as React has it for this alone. A `lazy` that failed stays so: nothing but a new page mends it. */
class Boundary extends Component<{ failed: ReactNode; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? this.props.failed : this.props.children;
  }
}
