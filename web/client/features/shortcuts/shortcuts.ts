interface Shortcut {
  /** The character on the key, as it is shown; letters work in either case. */
  key: string;
  /** For the help sheet. */
  does: string;
  /** What is said when it has switched something on or off; null where something else says it. */
  said: { on: string; off: string } | null;
}

/** The keys of a meeting. Handler, help sheet, tooltips and `aria-keyshortcuts` come from here. */
export const shortcuts = {
  microphone: {
    key: 'M',
    does: 'Turn the microphone on or off',
    said: { on: 'Microphone on', off: 'Microphone off' },
  },
  camera: { key: 'V', does: 'Turn the camera on or off', said: { on: 'Camera on', off: 'Camera off' } },
  captions: { key: 'C', does: 'Show or hide captions', said: { on: 'Captions on', off: 'Captions off' } },
  hand: {
    key: 'H',
    does: 'Raise or lower your hand',
    said: { on: 'Your hand is up', off: 'Your hand is down' },
  },
  screen: { key: 'S', does: 'Share your screen, or stop sharing it', said: null },
  help: { key: '?', does: 'Show this list', said: null },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;

export const shortcutIds = Object.keys(shortcuts) as ShortcutId[];
