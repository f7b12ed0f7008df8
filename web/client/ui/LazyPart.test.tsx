import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { lazy, useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LazyPart } from './LazyPart.tsx';
import { OnDemand } from './OnDemand.tsx';
import { PartFailed } from './PartFailed.tsx';

// React writes every error that a boundary caught to the console.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
const Gone = lazy(gone);
const Here = lazy(async () => ({ default: () => <p>The part</p> }));

test('shows its fallback until the code has come', async () => {
  render(
    <LazyPart fallback="Loading">
      <Here />
    </LazyPart>,
  );
  expect(screen.getByText('Loading')).toBeDefined();
  expect(await screen.findByText('The part')).toBeDefined();
});

test('keeps the rest of the page when the code cannot be had, and offers a new page', async () => {
  const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => undefined);
  render(
    <>
      <p>The rest</p>
      <LazyPart>
        <Gone />
      </LazyPart>
    </>,
  );
  expect((await screen.findByRole('alert')).textContent).toContain('could not be opened');
  expect(screen.getByText('The rest')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Reload the page' }));
  expect(reload).toHaveBeenCalledOnce();
});

function Page() {
  const [open, setOpen] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <LazyPart failed={<PartFailed onDismiss={() => setOpen(false)} />}>{open && <Gone />}</LazyPart>
    </>
  );
}

test('what would have stood over the page can be put aside, and asked for again', async () => {
  render(<Page />);
  await userEvent.click(await screen.findByRole('button', { name: 'Not now' }));
  expect(screen.queryByRole('alert')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Open' }));
  expect(await screen.findByRole('alert')).toBeDefined();
});

test('a menu that cannot be had leaves its button', async () => {
  render(
    <OnDemand load={gone} with={{}}>
      {(button) => (
        <button type="button" {...button}>
          More
        </button>
      )}
    </OnDemand>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await screen.findByRole('alert');
  expect(screen.getByRole('button', { name: 'More' })).toBeDefined();
});

test('a menu that cannot be had says so each time that it is asked for', async () => {
  render(
    <OnDemand load={gone} with={{}}>
      {(button) => (
        <button type="button" {...button}>
          More
        </button>
      )}
    </OnDemand>,
  );
  const more = () => userEvent.click(screen.getByRole('button', { name: 'More' }));
  await more();
  await userEvent.click(await screen.findByRole('button', { name: 'Not now' }));
  expect(screen.queryByRole('alert')).toBeNull();
  await more();
  expect(await screen.findByRole('alert')).toBeDefined();
});
