import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { chatLimits } from '../../../../lib/chat-messages.ts';
import { ChatAnnouncer } from './ChatAnnouncer.tsx';
import { ChatPanel } from './ChatPanel.tsx';
import { ana, ben, buildMessage } from './testing.ts';
import type { Chat } from './useChat.ts';

afterEach(cleanup);

function buildChat(change: Partial<Chat> = {}) {
  const sent: string[] = [];
  const acts: string[] = [];
  const chat: Chat = {
    messages: [],
    outgoing: [],
    history: 'complete',
    unread: 0,
    draft: { current: '' },
    send: (text) => sent.push(text),
    sendAgain: ({ id }) => acts.push(`again ${id}`),
    drop: (id) => acts.push(`drop ${id}`),
    read: () => acts.push('read'),
    ...change,
  };
  return { chat, sent, acts };
}

function show(chat: Chat, closed: string | null = null) {
  render(<ChatPanel chat={chat} me={ana} closed={closed} offRecord={false} focused />);
  return userEvent.setup();
}
const field = () => screen.getByLabelText('Message to everyone') as HTMLTextAreaElement;

describe(ChatPanel, () => {
  test('shows markup as text, and links that lead nowhere near this page', () => {
    const text = '<img src=x onerror=alert(1)> https://a.example/x';
    show(buildChat({ messages: [buildMessage({ seq: 1, text })] }).chat);
    expect(document.querySelector('img')).toBeNull();
    const link = screen.getByRole('link');
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([
      'https://a.example/x',
      '_blank',
    ]);
    expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow ugc');
  });

  test('names a person once above what they write in a row', () => {
    const messages = [1, 2, 3].map((seq) => buildMessage({ seq, senderId: seq === 3 ? ana : ben }));
    show(buildChat({ messages: messages.map((each) => ({ ...each, atMs: 0 })) }).chat);
    expect(screen.getAllByRole('listitem').map((row) => row.querySelectorAll('bdi').length)).toEqual([
      1, 0, 1,
    ]);
  });

  test('sends with Enter, breaks the line with Shift and Enter, and keeps a draft', async () => {
    const { chat, sent } = buildChat();
    const user = show(chat);
    expect(document.activeElement).toBe(field());
    await user.type(field(), 'one{Shift>}{Enter}{/Shift}two');
    expect(chat.draft.current).toBe('one\ntwo');
    await user.keyboard('{Enter}');
    expect([sent, field().value, chat.draft.current]).toEqual([['one\ntwo'], '', '']);
    await user.type(field(), '   {Enter}');
    expect(sent).toHaveLength(1);
  });

  test('says how much too long a text is, and does not send it', async () => {
    const { chat, sent } = buildChat({ draft: { current: 'x'.repeat(chatLimits.text + 12) } });
    const user = show(chat);
    await user.type(field(), '{Enter}');
    expect(screen.getByText('12 characters too long')).toBeTruthy();
    expect(sent).toEqual([]);
  });

  test('keeps what was not sent, with the reason, to be sent again or discarded', async () => {
    const { id } = buildMessage({ seq: 1 });
    const { chat, acts } = buildChat({
      outgoing: [{ id, text: 'Hi', problem: 'The server does not answer.' }],
    });
    const user = show(chat);
    expect(screen.getByRole('alert').textContent).toBe('Not sent. The server does not answer.');
    await user.click(screen.getByRole('button', { name: 'Send again' }));
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(acts.filter((act) => act !== 'read')).toEqual([`again ${id}`, `drop ${id}`]);
  });

  test('says why nobody can write', () => {
    show(buildChat().chat, 'Only hosts can write right now.');
    expect(screen.getByRole('status').textContent).toBe('Only hosts can write right now.');
    expect(field().disabled).toBe(true);
  });
});

describe(ChatAnnouncer, () => {
  test('reads what others write, and neither the history nor the own words', () => {
    const history = [buildMessage({ seq: 1 })];
    const { chat } = buildChat({ messages: history });
    const { rerender } = render(<ChatAnnouncer chat={chat} me={ana} />);
    const later = [...history, buildMessage({ seq: 2 }), buildMessage({ seq: 3, senderId: ana })];
    rerender(<ChatAnnouncer chat={{ ...chat, messages: later }} me={ana} />);
    expect(screen.getByRole('log').textContent).toBe('Ben writes: Message 2');
  });
});
