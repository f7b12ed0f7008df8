import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { ApprovalLog } from './ApprovalLog.tsx';
import { buildApproval, buildApproved } from './testing.ts';

afterEach(cleanup);

const waiting = buildApproval();
const done = buildApproved({ id: 'apr_01JD0000000000000000000001', createdAtMs: 2_000 });

function show(withdrawable: string[], older: boolean) {
  const calls: string[] = [];
  render(
    <ApprovalLog
      approvals={[done, waiting]}
      log={[]}
      withdrawable={withdrawable}
      timeZone="UTC"
      onShowLine={null}
      onWithdraw={(id) => calls.push(`withdraw ${id}`)}
      onOlder={older ? () => calls.push('older') : null}
    />,
  );
  return { calls, user: userEvent.setup() };
}

describe(ApprovalLog, () => {
  test('lets those take a proposal back who may, and shows older ones on demand', async () => {
    const { calls, user } = show([waiting.id], true);
    const [older, first] = screen
      .getAllByRole('listitem')
      .filter((each) => within(each).queryByRole('button'));
    await user.click(within(first as HTMLElement).getByRole('button', { name: 'Take back' }));
    await user.click(within(older as HTMLElement).getByRole('button', { name: 'Show older proposals' }));
    expect(calls).toEqual([`withdraw ${waiting.id}`, 'older']);
  });

  test('offers nothing to others', () => {
    show([], false);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
