import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const load = async () => {
  vi.resetModules();
  return await import('./caption-settings.ts');
};

beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

describe('how captions are shown', () => {
  test('is the usual way at first', async () => {
    const { captionSettings } = await load();
    expect(captionSettings.get()).toEqual({ on: true, size: 'M', place: 'bottom' });
  });

  test('is as it was chosen last time', async () => {
    const before = await load();
    before.changeCaptions({ size: 'XL' });
    before.changeCaptions({ place: 'over', on: false });
    const { captionSettings } = await load();
    expect(captionSettings.get()).toEqual({ on: false, size: 'XL', place: 'over' });
  });

  test('keeps what can be read of what is stored', async () => {
    localStorage.setItem('parley.captions', '{"size":"huge","place":"top"}');
    const { captionSettings } = await load();
    expect(captionSettings.get()).toEqual({ on: true, size: 'M', place: 'top' });
  });
});
