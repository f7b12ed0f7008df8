import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ApprovalView, DecideApproval, LineRef } from '../../../../lib/assistant-messages.ts';
import { createId } from '../../../../lib/ids.ts';
import { ApprovalPopup } from './ApprovalPopup.tsx';
import { ana, ben, buildApproval } from './testing.ts';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function show(change: Partial<ApprovalView> = {}, props: { sending?: boolean; problem?: string } = {}) {
  const decided: DecideApproval[] = [];
  const lines: LineRef[] = [];
  const heard: string[] = [];
  render(
    <>
      <input aria-label="Question" />
      <ApprovalPopup
        approval={buildApproval({ id: createId('apr'), ...change })}
        personaName="Nova"
        me={ana.id}
        timeZone="Europe/Berlin"
        people={['Ana Ruiz', 'Ben Carter', 'Chloe Martin']}
        untilMs={null}
        behind={0}
        sending={props.sending ?? false}
        problem={props.problem ?? null}
        onShowLine={(line) => lines.push(line)}
        onShown={() => void heard.push('shown')}
        onBusy={() => void heard.push('busy')}
        onAside={() => void heard.push('aside')}
        onDecide={(body) => decided.push(body)}
      />
    </>,
  );
  return { decided, lines, heard, user: userEvent.setup({ advanceTimers: vi.advanceTimersByTime }) };
}
const arm = () => act(() => void vi.advanceTimersByTime(800));
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByLabelText(name) as HTMLInputElement;

describe(ApprovalPopup, () => {
  test('shows exactly what would run, who asked and why', async () => {
    const { lines, user } = show();
    const dialog = screen.getByRole('dialog', { name: 'Schedule a meeting?' });
    expect(dialog.textContent).toContain('Nova proposes it. Asked for by you.');
    expect(field('Title').value).toBe('Follow-up on the launch');
    expect([field('Starts: date').value, field('Starts: time').value]).toEqual(['2026-03-10', '10:00']);
    expect(field('Length (minutes)').value).toBe('30');
    expect(
      screen.getAllByRole('button', { name: /^Take out/ }).map((each) => each.getAttribute('aria-label')),
    ).toEqual(['Take out Ana Ruiz', 'Take out Ben Carter']);
    await user.click(button(/^Show in the transcript: Ana Ruiz: Schedule a follow-up/));
    expect(lines).toMatchObject([{ epoch: 1, seq: 22 }]);
  });

  test('approves by the button only, and not before it can have been read', async () => {
    const { decided, user } = show();
    await user.click(button('Approve'));
    expect(decided).toEqual([]);
    arm();
    await user.click(field('Title'));
    await user.keyboard('{Enter}');
    expect(decided).toEqual([]);
    await user.click(button('Approve'));
    expect(decided).toEqual([{ decision: 'approve', digest: 'digest-1' }]);
  });

  test('takes no focus from somebody who types, and no key that was held down', async () => {
    const { decided, user } = show();
    await user.click(field('Question'));
    await user.keyboard('wait{Enter}');
    expect(field('Question').value).toBe('wait');
    expect(document.activeElement).toBe(field('Question'));
    arm();
    button('Approve').focus();
    expect(fireEvent.keyDown(button('Approve'), { key: 'Enter', repeat: true })).toBe(false);
    expect(decided).toEqual([]);
  });

  test('is reached by F8 and left by Escape', async () => {
    const { heard, user } = show();
    await user.click(field('Question'));
    await user.keyboard('{F8}');
    expect(document.activeElement).toBe(screen.getByRole('dialog'));
    await user.keyboard('{Escape}');
    expect(heard).toEqual(['shown', 'busy', 'aside']);
  });

  test('sends what was edited, with the zone of the meeting', async () => {
    const { decided, user } = show();
    arm();
    fireEvent.change(field('Starts: time'), { target: { value: '11:30' } });
    await user.click(button('Take out Ana Ruiz'));
    await user.type(field('Attendees'), 'Chloe Martin{Enter}');
    await user.click(button('Approve with changes'));
    expect(decided).toEqual([
      {
        decision: 'edit',
        digest: 'digest-1',
        arguments: {
          title: 'Follow-up on the launch',
          startsAt: '2026-03-10T11:30:00+01:00',
          durationMinutes: 30,
          attendees: ['Ben Carter', 'Chloe Martin'],
        },
      },
    ]);
  });

  test('goes on with what was edited after it was out of sight', async () => {
    const id = createId('apr');
    show({ id });
    fireEvent.change(field('Title'), { target: { value: 'Launch' } });
    cleanup();
    show({ id });
    expect(field('Title').value).toBe('Launch');
    cleanup();
    show({ id, digest: 'digest-2' });
    expect(field('Title').value).toBe('Follow-up on the launch');
  });

  test('does not send what does not fit, and says why', async () => {
    const { decided, user } = show();
    arm();
    await user.clear(field('Title'));
    await user.clear(field('Length (minutes)'));
    expect(screen.getByText('Write something here.')).toBeTruthy();
    expect(screen.getByText(/A whole number of minutes/)).toBeTruthy();
    await user.click(button('Approve with changes'));
    expect(decided).toEqual([]);
  });

  test('rejects with a reason', async () => {
    const { decided, user } = show();
    await user.click(button('Reject'));
    await user.type(field('Why not? (may stay empty)'), 'Too early');
    await user.click(button('Reject'));
    expect(decided).toEqual([{ decision: 'reject', digest: 'digest-1', reason: 'Too early' }]);
  });

  test('lets a field that may be empty be empty', async () => {
    const args = { text: 'Send the report', owner: 'Chloe', due: null };
    const { decided, user } = show({ tool: 'createTask', arguments: args });
    arm();
    await user.clear(field('Who does it'));
    await user.click(button('Approve with changes'));
    expect(decided).toMatchObject([{ arguments: { ...args, owner: null } }]);
  });

  test('makes visible what hides in the arguments, and removes it', async () => {
    const { decided, user } = show({
      tool: 'recordDecision',
      arguments: { text: 'Pay \u202eanA\u202c now' },
    });
    arm();
    expect(screen.getByRole('note').textContent).toContain('U+202E right-to-left override');
    await user.click(button('Remove them'));
    expect(screen.queryByRole('note')).toBeNull();
    await user.click(button('Approve with changes'));
    expect(decided).toMatchObject([{ arguments: { text: 'Pay anA now' } }]);
  });

  test('says whose place a stand-in takes, and what stands against the time', () => {
    show({
      approver: ben,
      conflicts: [
        {
          title: 'Dentist',
          startsAtMs: Date.parse('2026-03-10T09:30:00+01:00'),
          durationMinutes: 60,
          name: 'Ben Carter',
        },
      ],
    });
    expect(screen.getByText(/was asked and is not here. You can answer instead./)).toBeTruthy();
    expect(screen.getByText(/already has/).textContent).toBe(
      'Ben Carter already has “Dentist” from 09:30 to 10:30.',
    );
  });

  test('shows a tool that it does not know as it is', () => {
    show({ tool: 'launchRocket', arguments: { target: 'Mo\u200bon', engines: 2 } });
    expect(screen.getByRole('dialog', { name: 'launchRocket?' })).toBeTruthy();
    expect(screen.getByText(/U\+200B zero-width space/)).toBeTruthy();
    expect(screen.getByText('engines').closest('div')?.textContent).toBe('engines2');
  });

  test('says why an answer was not taken', () => {
    show({}, { problem: 'Ben Carter answered already.' });
    expect(screen.getByRole('alert').textContent).toBe('Ben Carter answered already.');
  });
});
