import { describe, expect, test } from 'vitest';
import { findShortcut } from './find-shortcut.ts';

interface Press {
  key: string;
  code?: string;
  modifiers?: string[];
  repeat?: boolean;
  isComposing?: boolean;
}

function press({ key, code = '', modifiers = [], repeat = false, isComposing = false }: Press) {
  const getModifierState = (name: string) => modifiers.includes(name);
  const [ctrlKey, altKey, metaKey, shiftKey] = ['Control', 'Alt', 'Meta', 'Shift'].map(getModifierState);
  return findShortcut({
    key,
    code,
    repeat,
    isComposing,
    getModifierState,
    ctrlKey: ctrlKey!,
    altKey: altKey!,
    metaKey: metaKey!,
    shiftKey: shiftKey!,
  });
}

describe(findShortcut, () => {
  test.each([
    ['m', 'microphone'],
    ['v', 'camera'],
    ['c', 'captions'],
    ['h', 'hand'],
    ['s', 'screen'],
    ['?', 'help'],
    ['x', null],
    ['Enter', null],
  ])('of %s is %s', (key, id) => expect(press({ key })).toBe(id));

  test('is the same with caps lock', () => expect(press({ key: 'M' })).toBe('microphone'));

  test('is the letter that the layout gives, wherever its key is', () => {
    expect(press({ key: 'm', code: 'Semicolon' })).toBe('microphone');
    expect(press({ key: ',', code: 'KeyM' })).toBeNull();
  });

  test.each([
    ['ь', 'KeyM', 'microphone'],
    ['μ', 'KeyM', 'microphone'],
    ['ф', 'KeyA', null],
  ])('is the place of the key where the layout has no Latin letters: %s', (key, code, id) => {
    expect(press({ key, code })).toBe(id);
  });

  test.each([['Control'], ['Alt'], ['Meta'], ['Shift'], ['AltGraph']])('is none with %s', (modifier) => {
    expect(press({ key: 'm', code: 'KeyM', modifiers: [modifier] })).toBeNull();
  });

  test('of the question mark may need the shift key', () => {
    expect(press({ key: '?', code: 'Slash', modifiers: ['Shift'] })).toBe('help');
    expect(press({ key: '?', code: 'Slash', modifiers: ['Shift', 'Control'] })).toBeNull();
  });

  test('is none while a key is held, or an input method uses it', () => {
    expect(press({ key: 'm', repeat: true })).toBeNull();
    expect(press({ key: 'm', isComposing: true })).toBeNull();
  });
});
