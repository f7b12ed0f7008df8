import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AskRequest, ControlAssistant } from '../../../../lib/assistant-messages.ts';
import { AssistantMenu } from './AssistantMenu.tsx';
import { OffTheRecord } from './OffTheRecord.tsx';
import { PushToAskButton } from './PushToAskButton.tsx';
import { usePushToAsk } from './usePushToAsk.ts';
import { whyClosed } from './why-closed.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const show = (element: ReactNode) => {
  render(element);
  return userEvent.setup();
};
const usual = { paused: false, muted: false, dismissed: false, recording: false, picture: false };

describe(AssistantMenu, () => {
  function open(features = usual, heldOffRecord = false) {
    const changes: ControlAssistant[] = [];
    const user = show(
      <AssistantMenu
        name="Nova"
        mode="addressed"
        features={features}
        heldOffRecord={heldOffRecord}
        changing={false}
        onChange={(change) => changes.push(change)}
        onReplace={() => {}}
      />,
    );
    return { changes, user };
  }
  const pick = async (user: ReturnType<typeof userEvent.setup>, role: string, name: RegExp | string) => {
    await user.click(screen.getByRole('button', { name: 'Settings of Nova' }));
    await user.click(await screen.findByRole(role, { name }));
  };

  test('changes one thing at a time', async () => {
    const { changes, user } = open({ ...usual, muted: true });
    await pick(user, 'menuitemradio', /^Silent/);
    await pick(user, 'menuitemcheckbox', 'Off the record');
    await pick(user, 'menuitemcheckbox', 'Mute its voice');
    expect(changes).toEqual([{ mode: 'silent' }, { paused: true }, { muted: false }]);
  });

  test('asks before it sends the AI participant away', async () => {
    const { changes, user } = open();
    await pick(user, 'menuitem', 'Send away');
    expect(changes).toEqual([]);
    expect(await screen.findByText(/Captions and the transcript stop/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Send away' }));
    expect(changes).toEqual([{ dismissed: true }]);
  });

  test('does not offer in a breakout room what only the main room ends', async () => {
    const { user } = open({ ...usual, paused: true }, true);
    await user.click(screen.getByRole('button', { name: 'Settings of Nova' }));
    await screen.findByRole('menuitemcheckbox', { name: 'Mute its voice' });
    expect(screen.queryByRole('menuitemcheckbox', { name: 'Off the record' })).toBeNull();
  });

  test('offers only one thing while it is away', async () => {
    const { changes, user } = open({ ...usual, dismissed: true });
    await user.click(screen.getByRole('button', { name: 'Invite back' }));
    expect(changes).toEqual([{ dismissed: false }]);
    expect(screen.queryByRole('button', { name: 'Settings of Nova' })).toBeNull();
  });
});

describe(OffTheRecord, () => {
  test('tells everyone, and lets only those who may end it', async () => {
    let resumed = 0;
    show(<OffTheRecord paused reach="meeting" busy={false} onResume={null} />);
    expect(screen.getByRole('status').textContent).toBe(
      'The whole meeting is off the record. Nothing is heard, written down or recorded.',
    );
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    const user = show(<OffTheRecord paused reach="rooms" busy={false} onResume={() => void resumed++} />);
    expect(screen.getByRole('status').textContent).toContain('in all breakout rooms too');
    await user.click(screen.getByRole('button', { name: 'Back on the record' }));
    expect(resumed).toBe(1);
  });
});

function Push({ calls, problem = null }: { calls: AskRequest[]; problem?: string | null }) {
  const [on, setOn] = useState(true);
  const push = usePushToAsk({
    call: async (request) => {
      calls.push(request);
      return problem === null ? { accepted: true, replyId: null } : { accepted: false, problem };
    },
    microphoneOn: on,
  });
  return (
    <>
      <PushToAskButton personaName="Nova" push={push} />
      <button type="button" onClick={() => setOn(!on)}>
        microphone
      </button>
    </>
  );
}

describe(PushToAskButton, () => {
  function open(problem: string | null = null) {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    const calls: AskRequest[] = [];
    render(<Push calls={calls} problem={problem} />);
    const button = screen.getByRole('button', { pressed: false });
    return { calls, button, states: () => calls.map((call) => call.type === 'push' && call.active) };
  }
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

  test('holds while it is pressed', async () => {
    const { button, states } = open();
    fireEvent.pointerDown(button, { button: 0 });
    await pass(2_000);
    expect(states()).toEqual([true]);
    fireEvent.pointerUp(button);
    expect(states()).toEqual([true, false]);
  });

  test('is switched by short presses, also of a key', async () => {
    const { button, states } = open();
    fireEvent.keyDown(button, { key: ' ' });
    fireEvent.keyDown(button, { key: ' ', repeat: true });
    fireEvent.keyUp(button, { key: ' ' });
    expect(states()).toEqual([true]);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    fireEvent.pointerDown(button, { button: 0 });
    fireEvent.pointerUp(button);
    expect(states()).toEqual([true, false]);
  });

  test('ends by itself, and with the microphone', async () => {
    const { button, states } = open();
    fireEvent.pointerDown(button, { button: 0 });
    fireEvent.pointerUp(button);
    await pass(30_000);
    expect(states()).toEqual([true, false]);
    fireEvent.pointerDown(button, { button: 0 });
    fireEvent.pointerUp(button);
    fireEvent.click(screen.getByText('microphone'));
    expect(states()).toEqual([true, false, true, false]);
    fireEvent.pointerDown(button, { button: 0 });
    expect(states()).toHaveLength(4);
  });

  test('lets go when the AI participant does not take it', async () => {
    const { button } = open('Off the record.');
    fireEvent.pointerDown(button, { button: 0 });
    fireEvent.pointerUp(button);
    await pass(10);
    expect(button.getAttribute('aria-pressed')).toBe('false');
  });
});

describe(whyClosed, () => {
  test('says what to do where nothing can be asked, and nothing where it can', () => {
    expect(whyClosed('dismissed', 'Nova')).toMatch(/host can invite it back/);
    expect(whyClosed('paused', 'Nova')).toMatch(/Off the record/);
    expect(whyClosed('away', 'Nova')).toMatch(/comes back by itself/);
    expect(
      ['listening', 'thinking', 'speaking', 'degraded'].map((s) => whyClosed(s as 'listening', 'Nova')),
    ).toEqual([null, null, null, null]);
  });
});
