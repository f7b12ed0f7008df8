import type { Person } from '../../../../lib/host-messages.ts';
import { Button } from '../../ui/Button.tsx';
import type { HostActions } from './useHostActions.ts';

interface KeptOutListProps {
  people: Person[];
  actions: Pick<HostActions, 'act'>;
}

/** Who was removed or declined, in case that was a mistake. */
export function KeptOutList({ people, actions }: KeptOutListProps) {
  if (people.length === 0) return null;
  return (
    <details className="rounded-xl border border-line px-3 py-2">
      <summary className="cursor-pointer py-1 font-medium text-sm">Kept out ({people.length})</summary>
      <ul className="flex flex-col gap-1 pt-1">
        {people.map(({ id, name, admission }) => (
          <li key={id} className="flex items-center gap-3 py-1 text-sm">
            <span className="min-w-0 flex-1 truncate">
              {name}{' '}
              <span className="text-ink-faint">{admission === 'removed' ? 'removed' : 'declined'}</span>
            </span>
            <Button aria-label={`Let ${name} back in`} onClick={() => actions.act(id, { action: 'admit' })}>
              Let back in
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
