import { hueOf } from '../../ui/initials.ts';

/** Where somebody else writes: a line in their colour under their name, as the server has it. */
export function showCaret({ id, name }: Record<string, unknown>): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'note-caret';
  caret.style.setProperty('--hue', String(hueOf(String(id))));
  const label = document.createElement('span');
  label.className = 'note-caret-name';
  label.textContent = String(name);
  caret.append(label);
  return caret;
}
