import { lazy, useState } from 'react';
import type { AuthState } from '../../../../lib/account-messages.ts';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';
import { CommandsButton } from '../commands/CommandsButton.tsx';
import { useCommandKey } from '../commands/useCommandKey.ts';

const PagePalette = lazy(async () => ({ default: (await import('./PagePalette.tsx')).PagePalette }));

/** The list of commands of a page outside a meeting, and the button for it. Loaded when it is opened. */
export function PageCommands({ state }: { state: AuthState }) {
  const [open, setOpen] = useState(false);
  useCommandKey(() => setOpen(true));
  return (
    <>
      <CommandsButton onClick={() => setOpen(true)} />
      {open && (
        <LazyPart failed={<PartFailed floats />}>
          <PagePalette state={state} onClose={() => setOpen(false)} />
        </LazyPart>
      )}
    </>
  );
}
