import { z } from 'zod/mini';
import { createRemembered, useRemembered } from '../../ui/remembered.ts';
import { type ShortcutId, shortcuts } from './shortcuts.ts';

/**
 * Whether single keys do something. Whoever speaks to the computer, or hits keys by mistake, turns them off (WCAG 2.2,
 * success criterion 2.1.4).
 */
export const shortcutsEnabled = createRemembered({
  key: 'parley.shortcuts',
  schema: z.catch(z.boolean(), true),
});

/** The key for something, to be shown on its control; undefined while keys do nothing. */
export function useShortcutKey(id: ShortcutId): string | undefined {
  return useRemembered(shortcutsEnabled) ? shortcuts[id].key : undefined;
}
