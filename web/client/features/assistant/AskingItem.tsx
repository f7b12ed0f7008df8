import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { QuestionBubble } from './QuestionBubble.tsx';
import { wordsOf } from './questions.ts';
import type { Asking } from './replies-state.ts';

interface AskingItemProps {
  asking: Asking;
  personaName: string;
  onAgain(): void;
}

/** Zero-key answers take a second or two, those of a large model rarely more than ten. */
const slowMs = 12_000;
const lostMs = 45_000;

/** A question without an answer so far: on its way, slow, or not taken. */
export function AskingItem({ asking, personaName, onAgain }: AskingItemProps) {
  const { atMs, problem } = asking;
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (problem) return;
    const timers = [slowMs, lostMs].map((ms) =>
      setTimeout(() => setNow(Date.now()), Math.max(0, atMs + ms - Date.now()) + 5),
    );
    return () => timers.forEach(clearTimeout);
  }, [atMs, problem]);
  const waited = now - atMs;
  const lost = problem !== null || waited >= lostMs;
  return (
    <li data-asking={asking.id} className="flex flex-col gap-2 px-4 pt-4">
      <QuestionBubble asker="You" words={wordsOf(asking)} onShow={null} />
      {lost ? (
        <div className="flex flex-wrap items-center gap-3 pl-11">
          <p role="alert" className="text-sm text-warn">
            {problem ?? `No answer came from ${personaName}.`}
          </p>
          <Button onClick={onAgain}>Ask again</Button>
        </div>
      ) : (
        <p role="status" className="animate-breathe pl-11 text-ink-faint text-sm">
          {waited >= slowMs ? `${personaName} takes longer than usual` : `${personaName} is thinking`}
        </p>
      )}
    </li>
  );
}
