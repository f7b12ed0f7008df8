import { Search, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useRemembered } from '../../ui/remembered.ts';
import { say } from '../../ui/say.ts';
import { theme } from '../../ui/theme.ts';
import { useReturnFocus } from '../../ui/useReturnFocus.ts';
import { CommandList } from './CommandList.tsx';
import type { Command } from './command.ts';
import { isCommandKey } from './command-key.ts';
import { findCommands } from './find-commands.ts';
import { stepThrough } from './step-through.ts';
import { themeCommands } from './theme-commands.ts';

interface CommandPaletteProps {
  commands: readonly Command[];
  /** What can be done with the words in the field, whatever they are; stands behind the others. */
  forWords(words: string): readonly Command[];
  onWords?(words: string): void;
  onClose(): void;
}

/**
 * Everything that can be done here, found by words: a combobox whose list is always open (WAI-ARIA Authoring Practices).
 * Open as long as it is rendered.
 */
export function CommandPalette({ commands, forWords, onWords, onClose }: CommandPaletteProps) {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [pickedId, setPickedId] = useState<string | null>(null);
  const chosen = useRef<(() => void) | null>(null);
  const returnFocus = useReturnFocus();
  const everywhere = themeCommands(useRemembered(theme));
  const words = typed.trim();
  const groups = [...findCommands([...commands, ...everywhere], words), ...findCommands(forWords(words), '')];
  const listed = groups.flatMap((group) => group.commands);
  const picked = listed.find(({ id }) => id === pickedId) ?? listed[0];

  const onRun = ({ refused, run }: Command) => {
    if (refused) return void say({ text: refused, key: 'command' });
    chosen.current = run;
    onClose();
  };
  // What it opens takes the focus in its turn, and gives it back to where it was before the list came.
  const onCloseAutoFocus = (event: Event) => {
    returnFocus(event);
    chosen.current?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (isCommandKey(event.nativeEvent, navigator.platform)) onClose();
    else if (event.key === 'ArrowDown') setPickedId(stepThrough(listed, picked, 1)?.id ?? null);
    else if (event.key === 'ArrowUp') setPickedId(stepThrough(listed, picked, -1)?.id ?? null);
    else if (event.key === 'Enter' && picked) onRun(picked);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={onCloseAutoFocus}
          className="fixed inset-x-2 top-2 z-50 mx-auto flex max-h-[min(30rem,72dvh)] max-w-xl flex-col overflow-hidden rounded-2xl bg-surface shadow-card sm:top-[12dvh]"
        >
          <Dialog.Title className="sr-only">Commands</Dialog.Title>
          <div className="flex items-center gap-3 border-line border-b pr-2 pl-4">
            <Search aria-hidden size={18} className="shrink-0 text-ink-faint" />
            <input
              type="text"
              role="combobox"
              aria-label="Commands"
              aria-expanded
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={picked && `${listId}-${picked.id}`}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={200}
              placeholder="What do you want to do?"
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value);
                setPickedId(null);
                onWords?.(target.value.trim());
              }}
              onKeyDown={onKeyDown}
              className="min-h-14 min-w-0 flex-1 bg-transparent text-base text-ink outline-none"
            />
            <Dialog.Close
              aria-label="Close"
              className="inline-flex size-9 shrink-0 items-center justify-center rounded-lg text-ink-soft hover:bg-sunken"
            >
              <X aria-hidden size={18} />
            </Dialog.Close>
          </div>
          <CommandList
            id={listId}
            groups={groups}
            pickedId={picked?.id ?? null}
            onPick={({ id }) => setPickedId(id)}
            onRun={onRun}
          />
          <p role="status" className="px-5 text-ink-soft not-empty:pb-5">
            {listed.length === 0 && 'Nothing here is called so.'}
          </p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
