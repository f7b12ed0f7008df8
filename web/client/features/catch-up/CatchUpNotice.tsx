import { History } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { missedWords } from './missed.ts';
import type { CatchUpOffer } from './useCatchUpOffer.ts';

interface CatchUpNoticeProps extends CatchUpOffer {
  personaName: string;
}

/** Offers somebody who came late what happened so far. */
export function CatchUpNotice({ missedMs, personaName, accept, dismiss }: CatchUpNoticeProps) {
  return (
    <div role="status" className="px-3 sm:px-4">
      {missedMs !== null && (
        <div className="mt-3 flex animate-rise flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-xl border border-line bg-surface px-4 py-2 text-sm">
          <p className="flex min-w-0 items-center gap-2.5">
            <History aria-hidden size={17} className="shrink-0 text-ink-soft" />
            <span className="text-pretty">
              You missed the first {missedWords(missedMs)}. {personaName} can tell you, and nobody else, what
              happened.
            </span>
          </p>
          <div className="flex gap-2">
            <Button look="primary" onClick={accept}>
              Catch me up
            </Button>
            <Button look="plain" onClick={dismiss}>
              Not now
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
