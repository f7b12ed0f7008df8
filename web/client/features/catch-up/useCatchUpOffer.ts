import { useEffect, useState } from 'react';
import type { Joined } from '../../../../lib/messages.ts';
import type { Replies } from '../assistant/useReplies.ts';
import type { Transcript } from '../captions/useTranscript.ts';
import { catchUpOffered } from './catch-up-offered.ts';
import { isMuchMissed } from './missed.ts';

interface UseCatchUpOfferOptions {
  joined: Joined;
  transcript: Transcript;
  replies: Pick<Replies, 'items' | 'ask'>;
  /** Why nothing can be asked now; null when it can. */
  askClosed: string | null;
  /** Opens the place where answers for this person stand. */
  onShow(): void;
}

export interface CatchUpOffer {
  /** How long the meeting ran before; null while there is nothing to offer. */
  missedMs: number | null;
  accept(): void;
  dismiss(): void;
}

/**
 * Offers to tell somebody who comes late what happened so far. Decided once, when the stored lines are here: whoever may
 * not read them is offered nothing.
 */
export function useCatchUpOffer(options: UseCatchUpOfferOptions): CatchUpOffer {
  const { joined, transcript, replies, askClosed, onShow } = options;
  const { missedMs } = joined;
  const [offered, setOffered] = useState(false);
  const { store, catchUp } = transcript;
  const meetingId = joined.meeting.id;
  useEffect(() => {
    if (catchUp !== 'complete' || catchUpOffered.get() === meetingId) return;
    // Lines that come from now on are not missed, so this does not change any more.
    if (!isMuchMissed(missedMs, store.getState().lines)) return;
    catchUpOffered.set(meetingId);
    setOffered(true);
  }, [catchUp, store, missedMs, meetingId]);
  const asked = replies.items.some(
    (item) => (item.type === 'reply' ? item.reply : item.asking).kind === 'catchUp',
  );
  return {
    missedMs: offered && !asked && askClosed === null ? missedMs : null,
    accept() {
      setOffered(false);
      onShow();
      replies.ask({ kind: 'catchUp', question: '', audience: 'me' });
    },
    dismiss: () => setOffered(false),
  };
}
