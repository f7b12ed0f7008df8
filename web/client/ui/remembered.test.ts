import { describe, expect, test } from 'vitest';
import { z } from 'zod/mini';
import { createRemembered } from './remembered.ts';

const schema = z.catch(z.boolean(), true);

function buildStorage(stored: Record<string, string> = {}) {
  const kept = new Map(Object.entries(stored));
  return {
    kept,
    storage: () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }),
  };
}

describe(createRemembered, () => {
  test.each([
    ['what was chosen last time', { choice: 'false' }, false],
    ['the default when nothing was chosen', {}, true],
    ['the default when something else stands there', { choice: '"loud"' }, true],
    ['the default when it cannot be read', { choice: '{' }, true],
  ])('is %s', (_, stored, expected) => {
    const { storage } = buildStorage(stored);
    expect(createRemembered({ key: 'choice', schema, storage }).get()).toBe(expected);
  });

  test('keeps a choice and tells those who listen', () => {
    const { kept, storage } = buildStorage();
    const choice = createRemembered({ key: 'choice', schema, storage });
    const heard: boolean[] = [];
    const stop = choice.subscribe(() => heard.push(choice.get()));
    choice.set(false);
    stop();
    choice.set(true);
    expect(heard).toEqual([false]);
    expect(kept.get('choice')).toBe('true');
  });

  test('lasts as long as the page where storage is refused', () => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const choice = createRemembered({ key: 'choice', schema, storage: refuse });
    expect(choice.get()).toBe(true);
    choice.set(false);
    expect(choice.get()).toBe(false);
  });
});
