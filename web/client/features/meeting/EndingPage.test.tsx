import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { inRouter } from '../../ui/testing.tsx';
import { buildJoined } from '../api/testing.ts';
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

  test.each(['ended', 'left'] as const)('leads who was there to what will be kept: %s', async (ending) => {
    render(await inRouter(<EndingPage ending={ending} joined={joined} onReturn={null} />));
    const link = screen.getByRole('link', { name: 'Open the meeting’s page' });
    expect(link.getAttribute('href')).toBe(`/meetings/${joined.meeting.id}`);
    screen.getByText(/ummary, transcript and recording will be on its page/);
  });

  test('leads neither someone who was removed nor someone who never joined there', async () => {
    render(await inRouter(<EndingPage ending="removed" joined={joined} onReturn={null} />));
    render(await inRouter(<EndingPage ending="ended" joined={null} onReturn={null} />));
    expect(screen.queryByRole('link', { name: 'Open the meeting’s page' })).toBeNull();
    expect(screen.queryByText(/recording/)).toBeNull();
  });
});
