/** What somebody does in the room who uses all of it without a pause. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Of a person who is quick. */
const pauseMs = 150;

/**
 * Turns the microphone on and off, opens and closes panels, writes into the chat, scrolls and searches the transcript,
 * until the time is over. Resolves with how many presses, keys and turns of the wheel that were.
 */
export async function workInRoom(
  page: Page,
  { forMs, signal }: { forMs: number; signal: AbortSignal },
): Promise<number> {
  let done = 0;
  const act = async (work: () => Promise<unknown>) => {
    signal.throwIfAborted();
    await work();
    done += 1;
    await sleep(pauseMs);
  };
  const press = (name: string | RegExp) => act(() => page.getByRole('button', { name }).first().click());
  const type = async (word: string) => {
    for (const letter of word) await act(() => page.keyboard.press(letter));
  };
  const search = page.getByLabel('Search in this meeting');
  for (const endMs = performance.now() + forMs; performance.now() < endMs; ) {
    await press(/^Turn (on|off) microphone/);
    await press(/^Show chat/);
    await act(() => page.getByLabel('Message to everyone').click());
    await type('launch');
    for (let letter = 0; letter < 'launch'.length; letter += 1)
      await act(() => page.keyboard.press('Backspace'));
    await press(/^Hide chat/);
    await press(/^(Raise|Lower) hand/);
    await page.getByRole('list', { name: 'Transcript' }).hover();
    for (const by of [-900, -900, -900]) await act(() => page.mouse.wheel(0, by));
    await press(/^Jump to live/);
    await press(/^Show people/);
    await press(/^Hide people/);
    if (await search.isVisible()) await act(() => search.click());
    else await press('Search what was said');
    await search.waitFor();
    await type('hire');
    await press('Next place');
    await press('End the search');
    await press(/^Jump to live/);
  }
  return done;
}
