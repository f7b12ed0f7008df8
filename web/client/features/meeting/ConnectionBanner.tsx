import { Spinner } from '../../ui/Spinner.tsx';
import type { SessionState } from './meeting-session.ts';

/** Says that the connection is gone and being brought back. */
export function ConnectionBanner({ state }: { state: SessionState }) {
  return (
    <div role="status" className="px-3 sm:px-4">
      {state.status === 'reconnecting' && (
        <p className="mt-3 flex animate-rise items-center justify-center gap-2.5 rounded-xl bg-warn-soft px-4 py-2.5 font-medium text-sm text-warn">
          <Spinner size={16} />
          Connection lost. Reconnecting; the transcript catches up by itself.
        </p>
      )}
    </div>
  );
}
