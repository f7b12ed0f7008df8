import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { LineItem } from './LineItem.tsx';
import { buildLineView } from './testing.ts';
import type { LineRow } from './transcript-rows.ts';

afterEach(cleanup);

const row: LineRow = {
  kind: 'line',
  key: '1.42',
  line: buildLineView({ seq: 42, text: 'We launch.' }),
  startsTurn: true,
};

function show(onPlay: ((row: LineRow) => void) | null) {
  render(
    <LineItem
      row={row}
      wording="final"
      isCurrent={false}
      isHighlighted={false}
      panel={null}
      found={undefined}
      currentMatch={null}
      mayCorrect={false}
      onPlay={onPlay}
      onPanel={() => undefined}
      onCopyLink={() => undefined}
    />,
  );
  return userEvent.setup();
}

describe(LineItem, () => {
  test('plays what was recorded, by its time or by its words', async () => {
    const played: string[] = [];
    const user = show(({ key }) => played.push(key));
    await user.click(screen.getByRole('button', { name: 'Go to 0:42' }));
    await user.click(screen.getByText('We launch.'));
    expect(played).toEqual(['1.42', '1.42']);
  });

  test('is text where nothing was recorded', () => {
    show(null);
    expect(screen.getByText('0:42')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Go to 0:42' })).toBeNull();
    expect(screen.getByText('We launch.').className).not.toContain('cursor-pointer');
  });
});
