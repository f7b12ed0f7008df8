import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';

interface PartFailedProps {
  /** In the place of what would have stood over the page: it can be put aside, and asked for again. */
  onDismiss?(): void;
}

/** For a part of the page that is not there: offline, replaced on the server by a newer one, or broken. */
export function PartFailed({ onDismiss }: PartFailedProps) {
  return (
    <div
      role="alert"
      className={classNames(
        'flex flex-wrap items-center justify-between gap-3 rounded-2xl p-4 text-ink text-sm',
        onDismiss
          ? 'fixed inset-x-3 bottom-24 z-50 mx-auto max-w-md border border-line bg-surface shadow-card'
          : 'bg-sunken',
      )}
    >
      <p className="min-w-0">This part of the page could not be opened.</p>
      <div className="flex gap-2">
        {onDismiss && (
          <Button look="plain" onClick={onDismiss}>
            Not now
          </Button>
        )}
        <Button onClick={() => window.location.reload()}>Reload the page</Button>
      </div>
    </div>
  );
}
