import { say } from '../../ui/say.ts';

/** Copies a text and says so; where the browser does not let us, it can be copied by hand. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    await say({ text: done, key: 'copied' });
  } catch {
    // No clipboard outside https, or not allowed.
    window.prompt('Copy this text:', text);
  }
}
