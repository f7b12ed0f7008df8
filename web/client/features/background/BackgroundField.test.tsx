import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BackgroundField } from './BackgroundField.tsx';
import { chosenBackground } from './chosen-background.ts';

beforeEach(() => chosenBackground.set('off'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const field = () => screen.getByRole('combobox', { name: 'Background' }) as HTMLSelectElement;

function renderInCapableBrowser() {
  for (const name of ['OffscreenCanvas', 'VideoFrame', 'Worker']) vi.stubGlobal(name, class {});
  vi.stubGlobal(
    'HTMLCanvasElement',
    class {
      captureStream() {}
    },
  );
  render(<BackgroundField />);
}

describe(BackgroundField, () => {
  test('keeps what was chosen in this browser', async () => {
    renderInCapableBrowser();
    await userEvent.selectOptions(field(), 'Strong blur');
    expect(field().value).toBe('strong');
    expect(localStorage.getItem('parley.background')).toBe('"strong"');
  });

  test('takes a picture of one’s own, and says when it is none', async () => {
    renderInCapableBrowser();
    expect(screen.queryByLabelText('Picture behind you')).toBeNull();
    await userEvent.selectOptions(field(), 'Your picture');
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no image')));
    await userEvent.upload(
      screen.getByLabelText('Picture behind you'),
      new File(['x'], 'x.png', { type: 'image/png' }),
    );
    expect((await screen.findByRole('alert')).textContent).toBe('This file cannot be read as a picture.');
    screen.getByRole('button', { name: 'Choose a picture' });
  });

  test('is closed, with the reason, where the browser cannot', () => {
    render(<BackgroundField />);
    expect(field().disabled).toBe(true);
    screen.getByText(/This browser cannot hide/);
  });

  test('can be turned off there all the same', async () => {
    chosenBackground.set('slight');
    render(<BackgroundField />);
    expect(field().disabled).toBe(false);
    await userEvent.selectOptions(field(), 'Off');
    expect(chosenBackground.get()).toBe('off');
  });
});
