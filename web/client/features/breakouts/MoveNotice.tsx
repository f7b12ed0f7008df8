import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useSecondsUntil } from './useSecondsUntil.ts';

interface MoveNoticeProps {
  /** What the host did, as a sentence. */
  reason: string;
  /** What the person does then: "You join in". */
  next: string;
  busy: boolean;
  onGo(): void;
  onStay(): void;
}

/** Time to finish a sentence, or to say no. */
const patienceMs = 10_000;

/** Says that a host wants the person somewhere else, and takes them there unless they want to stay. */
export function MoveNotice({ reason, next, busy, onGo, onStay }: MoveNoticeProps) {
  const [deadlineMs] = useState(() => Date.now() + patienceMs);
  const seconds = useSecondsUntil(deadlineMs);
  const goes = useRef(false);
  const go = () => {
    if (goes.current) return;
    goes.current = true;
    onGo();
  };
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    const waiting = setTimeout(() => latest.current(), deadlineMs - Date.now());
    return () => clearTimeout(waiting);
  }, [deadlineMs]);
  return (
    <>
      <p className="min-w-0 text-pretty">
        <strong className="font-semibold">{reason}</strong> {next}{' '}
        <span className="tabular-nums">{seconds} s</span>.
      </p>
      <span className="flex gap-2">
        <Button look="primary" busy={busy} onClick={go}>
          Go now
        </Button>
        <Button look="plain" disabled={busy} onClick={onStay}>
          Stay here
        </Button>
      </span>
    </>
  );
}
