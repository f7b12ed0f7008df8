import { useRoomContext } from '@livekit/components-react';
import { useEffect, useRef, useState } from 'react';
import { describeHands } from './describe-hands.ts';

/** Tells a screen reader how the queue of raised hands changes. */
export function HandsAnnouncer({ queue, me }: { queue: readonly string[]; me: string }) {
  const room = useRoomContext();
  const before = useRef(queue);
  const [text, setText] = useState('');
  useEffect(() => {
    const change = { before: before.current, after: queue, me };
    before.current = queue;
    const nameOf = (id: string) => room.getParticipantByIdentity(id)?.name || 'Someone';
    const said = describeHands({ ...change, nameOf });
    if (said) setText(said);
  }, [queue, me, room]);
  return (
    <p aria-live="polite" className="sr-only">
      {text}
    </p>
  );
}
