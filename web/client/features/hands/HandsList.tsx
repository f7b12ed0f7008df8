import type { Participant } from 'livekit-client';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import type { HandsControl } from './useHands.ts';

interface HandsListProps {
  hands: Pick<HandsControl, 'queue' | 'lower'>;
  /** Everyone who is here. */
  people: readonly Participant[];
  /** Lowers the hands of others. */
  mayModerate: boolean;
}

/** Whose hands are up, who raised first comes first. */
export function HandsList({ hands: { queue, lower }, people, mayModerate }: HandsListProps) {
  const here = queue.flatMap((id) => people.find(({ identity }) => identity === id) ?? []);
  if (here.length === 0) return null;
  return (
    <section aria-label="Raised hands" className="rounded-xl bg-warn-soft p-3">
      <div className="mb-1 flex min-h-10 items-center justify-between gap-3">
        <h3 className="font-semibold text-sm">Raised hands</h3>
        {mayModerate && here.length > 1 && (
          <Button look="plain" onClick={() => lower()}>
            Lower all {here.length}
          </Button>
        )}
      </div>
      <ol className="flex flex-col gap-1">
        {here.map((person, index) => {
          const name = person.name || 'Guest';
          return (
            <li key={person.identity} className="flex min-h-10 items-center gap-3">
              <span className="w-4 shrink-0 text-right font-semibold text-sm text-warn tabular-nums">
                {index + 1}
              </span>
              <Avatar name={name} seed={person.identity} />
              <span className="min-w-0 flex-1 truncate text-sm">
                {person.isLocal ? `${name} (you)` : name}
              </span>
              {(mayModerate || person.isLocal) && (
                <Button aria-label={`Lower the hand of ${name}`} onClick={() => lower(person.identity)}>
                  Lower
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
