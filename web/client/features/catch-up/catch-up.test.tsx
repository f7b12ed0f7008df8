import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { buildJoined } from '../api/testing.ts';
import type { Question, Replies } from '../assistant/useReplies.ts';
import type { CatchUpStatus } from '../captions/catch-up.ts';
import { buildLine, buildPage } from '../captions/testing.ts';
import { createTranscriptStore } from '../captions/transcript-store.ts';
import { CatchUpNotice } from './CatchUpNotice.tsx';
import { catchUpOffered } from './catch-up-offered.ts';
import { useCatchUpOffer } from './useCatchUpOffer.ts';

afterEach(() => {
  cleanup();
  catchUpOffered.set(null);
});

interface RoomProps {
  missedMs?: number | null;
  status?: CatchUpStatus;
  askClosed?: string | null;
  items?: Replies['items'];
}

/** What was asked, and that the place for answers was shown. */
let done: (Question | 'shown')[] = [];
const store = createTranscriptStore();
const lines = Array.from({ length: 12 }, (_, index) => buildLine({ seq: index + 1 }));
store.dispatch({ type: 'page', page: buildPage(lines) });

function Room({ missedMs = 600_000, status = 'complete', askClosed = null, items = [] }: RoomProps) {
  const offer = useCatchUpOffer({
    joined: buildJoined({ missedMs }),
    transcript: { store, catchUp: status },
    replies: { items, ask: (question) => void done.push(question) },
    askClosed,
    onShow: () => void done.push('shown'),
  });
  return <CatchUpNotice personaName="Nova" {...offer} />;
}

function show(props: RoomProps = {}) {
  done = [];
  const { rerender } = render(<Room {...props} />);
  return { user: userEvent.setup(), change: (next: RoomProps) => rerender(<Room {...next} />) };
}
const button = () => screen.queryByRole('button', { name: 'Catch me up' });

describe(useCatchUpOffer, () => {
  test('asks what happened, for this person alone, and shows where the answer comes', async () => {
    const { user } = show();
    expect(screen.getByRole('status').textContent).toContain('You missed the first 10 minutes. Nova can');
    await user.click(screen.getByRole('button', { name: 'Catch me up' }));
    expect(done).toEqual(['shown', { kind: 'catchUp', question: '', audience: 'me' }]);
    expect(button()).toBeNull();
  });

  test('is put aside by a press, and not made again by a reload', async () => {
    const { user } = show();
    await user.click(screen.getByRole('button', { name: 'Not now' }));
    expect([done, button()]).toEqual([[], null]);
    cleanup();
    show();
    expect(button()).toBeNull();
  });

  test('waits until the lines are here and can be asked about', () => {
    const { change } = show({ status: 'loading', askClosed: 'Nova is joining.' });
    change({ status: 'complete', askClosed: 'Nova is joining.' });
    expect(button()).toBeNull();
    change({});
    expect(button()).toBeTruthy();
  });

  test.each([
    ['who was there before', { missedMs: null }],
    ['who may not read what was said', { status: 'failing' as const }],
    ['who has asked already', { items: [{ type: 'asking' as const, asking: buildAsking() }] }],
  ])('is not made to somebody %s', (_, props) => {
    show(props);
    expect(button()).toBeNull();
  });
});

function buildAsking() {
  const asked = { kind: 'catchUp', question: '', audience: 'me' } as const;
  return { ...asked, id: 'question-1', replyId: null, atMs: 0, problem: null };
}
