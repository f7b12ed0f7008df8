import { AudioLines, WifiLow } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import type { AudioOnly } from './useAudioOnly.ts';

/** Suggests sound alone on a weak connection, and leads back to video. */
export function AudioOnlyNotice({ on, suggested, steady, turnOn, turnOff, putAside }: AudioOnly) {
  const Icon = on ? AudioLines : WifiLow;
  return (
    <div role="status" className="px-3 sm:px-4">
      {(on || suggested) && (
        <div className="mt-3 flex animate-rise flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-xl border border-line bg-surface px-4 py-2 text-sm">
          <p className="flex min-w-0 items-center gap-2.5">
            <Icon aria-hidden size={17} className="shrink-0 text-ink-soft" />
            <span className="text-pretty">{wordsOf({ on, steady })}</span>
          </p>
          <div className="flex gap-2">
            {on ? (
              <Button look={steady ? 'primary' : 'quiet'} onClick={turnOff}>
                Turn video on
              </Button>
            ) : (
              <>
                <Button look="primary" onClick={turnOn}>
                  Audio only
                </Button>
                <Button look="plain" onClick={putAside}>
                  Not now
                </Button>
              </>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

function wordsOf({ on, steady }: Pick<AudioOnly, 'on' | 'steady'>): string {
  if (!on) return 'Your connection is weak. Without video you hear others better, and they hear you.';
  return steady
    ? 'Audio only. Your connection is good again.'
    : 'Audio only: you see no cameras, and yours is off.';
}
