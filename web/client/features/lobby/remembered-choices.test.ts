import { describe, expect, test } from 'vitest';
import { readChoices, rememberChoices } from './remembered-choices.ts';

const devices = { microphoneId: '', cameraId: '', speakerId: '' };
const defaults = { name: '', microphone: true, camera: true, ...devices, noiseSuppression: true };
const storing = (text: string | null) => ({ getItem: () => text });

describe(readChoices, () => {
  test('starts with everything on', () => {
    expect(readChoices(storing(null))).toEqual(defaults);
  });

  test.each(['', 'not json', '[]', '7', '"x"'])('starts afresh when %j is stored', (text) => {
    expect(readChoices(storing(text))).toEqual(defaults);
  });

  test('keeps what is readable of a damaged entry', () => {
    const stored = JSON.stringify({ name: 'Ana', camera: 'maybe', microphone: false });
    expect(readChoices(storing(stored))).toEqual({ ...defaults, name: 'Ana', microphone: false });
  });

  test('cleans a name that another program wrote', () => {
    const stored = JSON.stringify({ name: `\u0000${'x'.repeat(500)}` });
    expect(readChoices(storing(stored)).name).toHaveLength(80);
  });

  test('starts with the defaults where storage is forbidden', () => {
    const forbidden = {
      getItem(): string {
        throw new DOMException('no', 'SecurityError');
      },
    };
    expect(readChoices(forbidden)).toEqual(defaults);
  });
});

describe(rememberChoices, () => {
  test('gives back what was chosen', () => {
    const stored = new Map<string, string>();
    const choices = { ...defaults, name: 'Ana', camera: false, microphoneId: 'mic-1' };
    rememberChoices({ setItem: (key, value) => stored.set(key, value) }, choices);
    expect(readChoices({ getItem: (key) => stored.get(key) ?? null })).toEqual(choices);
  });

  test('goes on where storage is full', () => {
    const full = {
      setItem() {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(() => rememberChoices(full, defaults)).not.toThrow();
  });
});
