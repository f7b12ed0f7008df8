import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { ApprovalBadge } from './ApprovalBadge.tsx';
import { ben, buildApproval } from './testing.ts';

afterEach(cleanup);

const mine = buildApproval();
const bens = buildApproval({ id: 'apr_01JD0000000000000000000001', approver: ben });

function show(waiting: (typeof mine)[], withdrawable: (typeof mine)[]) {
  const calls: string[] = [];
  render(
    <ApprovalBadge
      waiting={waiting}
      withdrawable={withdrawable}
      timeZone="UTC"
      onOpen={(id) => calls.push(`open ${id}`)}
      onWithdraw={(id) => calls.push(`withdraw ${id}`)}
    />,
  );
  return { calls, user: userEvent.setup() };
}

describe(ApprovalBadge, () => {
  test('is not there when nothing waits', () => {
    show([], []);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('counts what waits for this person, and opens it', async () => {
    const { calls, user } = show([mine], [bens]);
    await user.click(screen.getByRole('button', { name: '1 proposal waits for you' }));
    await user.click(screen.getAllByRole('menuitem')[0] as HTMLElement);
    expect(calls).toEqual([`open ${mine.id}`]);
  });

  test('offers to take back what waits for others', async () => {
    const { calls, user } = show([], [bens]);
    await user.click(screen.getByRole('button', { name: '1 proposal waits for others' }));
    await user.click(screen.getByRole('menuitem', { name: /Take back: it waits for Ben Carter/ }));
    expect(calls).toEqual([`withdraw ${bens.id}`]);
  });
});
