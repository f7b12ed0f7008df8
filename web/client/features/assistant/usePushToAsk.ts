import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { type AskAnswer, type AskRequest, longestPushMs } from '../../../../lib/assistant-messages.ts';

interface UsePushToAskOptions {
  /** Asks the AI participant. */
  call(request: AskRequest): Promise<AskAnswer>;
  microphoneOn: boolean;
}

export interface PushToAsk {
  /** What this person says now is a question. */
  active: boolean;
  setActive(active: boolean): void;
}

/** Tells the AI participant when this person speaks to it. */
export function usePushToAsk({ call, microphoneOn }: UsePushToAskOptions): PushToAsk {
  const [active, setShown] = useState(false);
  const latest = useRef({ call, active });
  latest.current = { call, active };

  const setActive = (next: boolean) => {
    if (next === latest.current.active) return;
    if (next && !microphoneOn) {
      toast.info('Your microphone is off. Turn it on to ask aloud, or write your question.');
      return;
    }
    latest.current.active = next;
    setShown(next);
    void call({ type: 'push', active: next }).then((answer) => {
      if (answer.accepted || !next) return;
      setShown(false);
      toast.error(answer.problem);
    });
  };
  const end = useRef(setActive);
  end.current = setActive;
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => end.current(false), longestPushMs);
    return () => clearTimeout(timer);
  }, [active]);
  useEffect(() => {
    if (!microphoneOn) end.current(false);
  }, [microphoneOn]);
  return { active, setActive };
}
