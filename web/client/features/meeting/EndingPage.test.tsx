import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { inRouter } from '../../ui/testing.tsx';
import { buildJoined, startFakeWeb } from '../api/testing.ts';
import { buildLine, buildPage } from '../captions/testing.ts';
import { EndingPage } from './EndingPage.tsx';

afterEach(cleanup);

const joined = buildJoined();

describe(EndingPage, () => {
  test('offers the way back to someone who left, and takes it', async () => {
    let returned = 0;
    const onReturn = () => {
      returned += 1;
    };
    render(await inRouter(<EndingPage ending="left" joined={joined} onReturn={onReturn} />));
    await userEvent.setup().click(screen.getByRole('button', { name: 'Join again' }));
    expect(returned).toBe(1);
  });

  test('offers no way back into a meeting that ended', async () => {
    render(await inRouter(<EndingPage ending="ended" joined={joined} onReturn={() => {}} />));
    expect(screen.queryByRole('button', { name: 'Join again' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Back to the start' })).toBeTruthy();
  });

  test('shows what was said to someone who was there', async () => {
    await using _web = await startFakeWeb(() => ({ body: buildPage([buildLine({ text: 'We ship.' })]) }));
    render(await inRouter(<EndingPage ending="ended" joined={joined} onReturn={null} />));
    await userEvent.setup().click(screen.getByRole('button', { name: 'Read the transcript' }));
    await screen.findByText('We ship.');
  });

  test('shows it neither to someone who was removed nor to someone who never joined', async () => {
    render(await inRouter(<EndingPage ending="removed" joined={joined} onReturn={null} />));
    render(await inRouter(<EndingPage ending="ended" joined={null} onReturn={null} />));
    expect(screen.queryByRole('button', { name: 'Read the transcript' })).toBeNull();
  });
});
