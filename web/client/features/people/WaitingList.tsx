import type { Person } from '../../../../lib/host-messages.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import type { HostActions } from './useHostActions.ts';

interface WaitingListProps {
  waiting: Person[];
  actions: Pick<HostActions, 'act' | 'admitAll'>;
}

/** Who wants to come in. */
export function WaitingList({ waiting, actions }: WaitingListProps) {
  if (waiting.length === 0) return null;
  return (
    <section aria-label="Waiting to be let in" className="rounded-xl bg-accent-soft p-3">
      <div className="mb-1 flex items-center justify-between gap-3">
        <h3 className="font-semibold text-sm">Waiting to be let in</h3>
        {waiting.length > 1 && (
          <Button look="plain" onClick={actions.admitAll}>
            Admit all {waiting.length}
          </Button>
        )}
      </div>
      <ul className="flex flex-col gap-1">
        {waiting.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
            <Avatar name={name} seed={id} />
            <span className="min-w-20 flex-1 truncate text-sm">{name}</span>
            <span className="flex gap-2">
              <Button aria-label={`Decline ${name}`} onClick={() => actions.act(id, { action: 'decline' })}>
                Decline
              </Button>
              <Button
                look="primary"
                aria-label={`Admit ${name}`}
                onClick={() => actions.act(id, { action: 'admit' })}
              >
                Admit
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
