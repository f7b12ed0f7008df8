import { Spinner } from '../../ui/Spinner.tsx';
import type { SessionState } from './meeting-session.ts';

/** Says that the connection is gone and being brought back, and what holds meanwhile. */
export function ConnectionBanner({ state }: { state: SessionState }) {
  return (
    <div role="status" className="px-3 sm:px-4">
      {state.status === 'reconnecting' && (
        <div className="mt-3 flex animate-rise items-center justify-center gap-3 rounded-xl bg-warn-soft px-4 py-2.5 text-sm text-warn">
          <Spinner size={18} />
          <div className="min-w-0">
            <p className="font-semibold">Connection lost. Reconnecting</p>
            <p className="text-pretty">
              Others cannot hear or see you until then. What you write is kept, and everything that you miss
              comes afterwards.
            </p>
          </div>
        </div>
      )}
    </div>
  );
}
