export interface Said {
  text: string;
  /** Words with the same key take each other's place. */
  key?: string;
  isError?: boolean;
  /** Takes back what was done, by one click. */
  undo?: () => void;
}

/** Says something in passing, at the foot of the page. The code for it comes with the first word. */
export async function say(said: Said): Promise<void> {
  const { show } = await import('./toaster.tsx');
  show(said);
}
