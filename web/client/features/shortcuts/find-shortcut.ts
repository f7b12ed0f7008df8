import { type ShortcutId, shortcutIds, shortcuts } from './shortcuts.ts';

type KeyPress = Pick<
  KeyboardEvent,
  | 'key'
  | 'code'
  | 'ctrlKey'
  | 'altKey'
  | 'metaKey'
  | 'shiftKey'
  | 'repeat'
  | 'isComposing'
  | 'getModifierState'
>;

/**
 * The shortcut of a key press, or null. Letters are those that the layout gives; where it gives none of the Latin
 * alphabet, as a Greek or Cyrillic one, those that stand on the key of a US keyboard.
 */
export function findShortcut(press: KeyPress): ShortcutId | null {
  if (press.ctrlKey || press.altKey || press.metaKey || press.getModifierState('AltGraph')) return null;
  // A key that is held would switch on and off; an input method may still use the key.
  if (press.repeat || press.isComposing) return null;
  const isLetter = /^\p{L}$/u.test(press.key);
  // Most layouts have the question mark on the second level of a key.
  if (press.shiftKey && isLetter) return null;
  const written = isLetter && !/^\p{Script=Latin}$/u.test(press.key) ? letterOfCode(press.code) : press.key;
  return shortcutIds.find((id) => shortcuts[id].key === written.toUpperCase()) ?? null;
}

/** `KeyM` is the key that has M on a US keyboard (UI Events KeyboardEvent code values). */
function letterOfCode(code: string): string {
  return /^Key([A-Z])$/.exec(code)?.[1] ?? '';
}

/** Where keys write, choose or draw by themselves. In a dialog only the dialog is meant. */
const ownKeys = [
  'input',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable="false"])',
  '[role="textbox"]',
  '[role="menu"]',
  '[role="listbox"]',
  '[role="dialog"]',
  '[role="alertdialog"]',
  '.excalidraw',
].join();

/** True when keys belong to the place that has the focus. */
export function takesKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(ownKeys) !== null;
}
