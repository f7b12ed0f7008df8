import { useEffect, useRef } from 'react';
import { toast } from 'sonner';
import type { ApprovalsState } from './approvals-state.ts';
import { describeOutcome } from './describe-outcome.ts';

/** Tells this person what became of the proposals that they asked for or were asked about, one notice each. */
export function useOutcomeNotices(state: ApprovalsState, me: string): void {
  const told = useRef(new Map<string, string>());
  const asked = useRef(new Set<string>());
  useEffect(() => {
    for (const { view, mine, withdrawable } of state.values()) {
      if ((mine || withdrawable) && view.state === 'pending') asked.current.add(view.id);
      const outcome = asked.current.has(view.id) ? describeOutcome(view, me) : null;
      if (!outcome || told.current.get(view.id) === outcome.text) continue;
      told.current.set(view.id, outcome.text);
      const options = { id: view.id, duration: outcome.tone === 'busy' ? 60_000 : 8_000 };
      if (outcome.tone === 'busy') toast.loading(outcome.text, options);
      else if (outcome.tone === 'good') toast.success(outcome.text, options);
      else if (outcome.tone === 'bad') toast.error(outcome.text, { ...options, duration: 20_000 });
      else toast(outcome.text, options);
    }
  }, [state, me]);
}
