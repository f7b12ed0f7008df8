import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { inRouter } from '../../ui/testing.tsx';
import { JoinByCode } from './JoinByCode.tsx';

afterEach(cleanup);

async function type(text: string) {
  render(await inRouter(<JoinByCode />));
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Code or link'), text);
  await user.click(screen.getByRole('button', { name: 'Join' }));
}

describe(JoinByCode, () => {
  test('opens the meeting of a code', async () => {
    await type('ABCD efg hij');
    expect(await screen.findByText('meeting abc-defg-hij')).toBeTruthy();
  });

  test('opens the meeting of a pasted link', async () => {
    await type('https://meet.example/m/abc-defg-hij');
    expect(await screen.findByText('meeting abc-defg-hij')).toBeTruthy();
  });

  test('says what a code looks like when it cannot be one', async () => {
    await type('tomorrow');
    expect(screen.getByText(/A code looks like abc-defg-hij/)).toBeTruthy();
    expect(screen.getByLabelText('Code or link').getAttribute('aria-invalid')).toBe('true');
  });
});
