type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'isComposing'>;

/** Where Control+K deletes to the end of the line, in every field. */
const isApple = (platform: string) => /^(Mac|iP)/.test(platform);

/** The keys that open the list of commands, as `aria-keyshortcuts` names them. */
export function commandKey(platform: string): string {
  return isApple(platform) ? 'Meta+K' : 'Control+K';
}

/** As they stand on the keyboard. */
export function commandKeyLabel(platform: string): string {
  return isApple(platform) ? '⌘K' : 'Ctrl+K';
}

/** Whether a key press asks for the list of commands. */
export function isCommandKey(press: KeyPress, platform: string): boolean {
  if (press.altKey || press.shiftKey || press.isComposing) return false;
  const [wanted, other] = isApple(platform) ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  return wanted && !other && press.key.toLowerCase() === 'k';
}
