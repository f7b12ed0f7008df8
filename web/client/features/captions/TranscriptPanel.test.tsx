import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CatchUpStatus } from './catch-up.ts';
import { TranscriptPanel } from './TranscriptPanel.tsx';
import type { SpokenItem, TranscriptItem } from './transcript-items.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const buildItems = (count: number): SpokenItem[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'speech',
    key: `seg_${index}`,
    speaker: `par_${index % 2}`,
    speakerName: index % 2 ? 'Ben' : 'Ana',
    startMs: index * 1_000,
    line: `1.${index + 1}`,
    text: `line ${index}`,
  }));
const transcript = (items: TranscriptItem[], change: { catchUp?: CatchUpStatus } = {}) => ({
  items,
  catchUp: 'complete' as const,
  ...change,
});

/** happy-dom lays nothing out: rows are 20 px high here, the panel 400 px. */
function measure(): HTMLElement {
  const box = screen.getByRole('list', { name: 'Transcript' }).parentElement!;
  Object.defineProperty(box, 'clientHeight', { configurable: true, value: 400 });
  Object.defineProperty(box, 'scrollHeight', {
    configurable: true,
    get: () => box.querySelectorAll('li').length * 20,
  });
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const index = [...box.querySelectorAll('li')].indexOf(this as HTMLLIElement);
    return index < 0 ? new DOMRect(0, 0, 300, 400) : new DOMRect(0, index * 20 - box.scrollTop, 300, 20);
  });
  return box;
}
const scrollTo = (box: HTMLElement, top: number) =>
  act(() => {
    box.scrollTop = top;
    fireEvent.scroll(box);
  });
const listed = () => within(screen.getByRole('list', { name: 'Transcript' })).getAllByRole('listitem');
const rows = () => listed().map((row) => row.textContent);

describe(TranscriptPanel, () => {
  test('names speaker and time where a turn begins', () => {
    const [first, second] = buildItems(2);
    render(<TranscriptPanel transcript={transcript([first!, { ...second!, speaker: 'par_0' }])} />);
    expect(rows()).toEqual(['AAna0:00line 0', 'line 1']);
  });

  test('marks interim text, speech that was not understood and stretches without a listener', () => {
    const [item] = buildItems(1);
    const items: TranscriptItem[] = [
      { ...item!, key: 'a', kind: 'interim' },
      { ...item!, key: 'b', kind: 'unheard', text: 'no answer' },
      { kind: 'gap', key: 'c', startMs: 9_000, endMs: 12_000, reason: 'agent_lost' },
      { kind: 'gap', key: 'd', startMs: 15_000, endMs: null, reason: 'agent_late' },
    ];
    render(<TranscriptPanel transcript={transcript(items)} />);
    const kinds = listed().map((row) => row.dataset.kind);
    expect(kinds).toEqual(['interim', 'unheard', 'gap', 'gap']);
    expect(screen.getByText('Not understood: no answer')).toBeTruthy();
    expect(screen.getByText('0:09 · Not listening for 3 seconds')).toBeTruthy();
    expect(screen.getByText('0:15 · Not listening for now')).toBeTruthy();
  });

  test('renders the newest rows only, and others when they are reached, where they stood', () => {
    render(<TranscriptPanel transcript={transcript(buildItems(10_000))} />);
    const box = measure();
    expect(rows()).toHaveLength(100);
    expect(rows().at(-1)).toContain('line 9999');
    scrollTo(box, 1_000);
    scrollTo(box, 10);
    expect(rows()).toHaveLength(100);
    expect(rows().at(-1)).toContain('line 9949');
    expect(box.scrollTop).toBe(10 + 50 * 20);
    scrollTo(box, 100 * 20 - 400);
    expect(rows().at(-1)).toContain('line 9999');
  });

  test('goes to the first row, and back to the end, by one key', () => {
    render(<TranscriptPanel transcript={transcript(buildItems(10_000))} />);
    const box = measure();
    fireEvent.keyDown(box, { key: 'Home' });
    expect(rows()[0]).toContain('line 0');
    expect(box.scrollTop).toBe(0);
    fireEvent.keyDown(box, { key: 'End' });
    expect(rows().at(-1)).toContain('line 9999');
  });

  test('finds words in lines that are not rendered, marks them, and steps through them', async () => {
    const patience = { timeout: 20_000 };
    render(<TranscriptPanel transcript={transcript(buildItems(500))} />);
    measure();
    fireEvent.click(screen.getByRole('button', { name: 'Search what was said' }));
    const field = await screen.findByRole('searchbox', {}, patience);
    fireEvent.change(field, { target: { value: 'LINE 42' } });
    await screen.findByText('1 of 11', {}, patience);
    expect(document.querySelector('mark')?.closest('li')?.textContent).toContain('line 42');
    fireEvent.keyDown(field, { key: 'Enter' });
    await screen.findByText('2 of 11', {}, patience);
    expect(document.querySelector('mark.bg-accent')?.closest('li')?.textContent).toContain('line 420');
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: 'LINE 42x' } });
    await screen.findByText('Nothing found', {}, patience);
  }, 60_000);

  test('copies a line, what is selected, and everything', async () => {
    const user = userEvent.setup();
    render(<TranscriptPanel transcript={transcript(buildItems(3))} />);
    const list = screen.getByRole('list', { name: 'Transcript' });
    await user.hover(screen.getByText('line 1'));
    await user.click(screen.getByRole('button', { name: 'Copy this line' }));
    expect(await navigator.clipboard.readText()).toBe('0:01 Ben: line 1');
    await user.click(screen.getByRole('button', { name: 'Copy the transcript' }));
    expect(await navigator.clipboard.readText()).toBe('0:00 Ana: line 0\n0:01 Ben: line 1\n0:02 Ana: line 2');
    expect(list.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  test('follows the newest row at the end, and stands still while someone reads back', () => {
    const items = buildItems(100);
    const { rerender } = render(<TranscriptPanel transcript={transcript(items.slice(0, 98))} />);
    const box = measure();
    rerender(<TranscriptPanel transcript={transcript(items.slice(0, 99))} />);
    expect(box.scrollTop).toBe(99 * 20);
    scrollTo(box, 300);
    rerender(<TranscriptPanel transcript={transcript(items)} />);
    expect(box.scrollTop).toBe(300);
    fireEvent.click(screen.getByRole('button', { name: 'Jump to live (1 new)' }));
    expect(box.scrollTop).toBe(100 * 20);
    expect(screen.queryByRole('button', { name: /Jump to live/ })).toBeNull();
  });

  test('scrolls to a line that is far up, marks it, and stays there', () => {
    const items = buildItems(1_000);
    const { rerender } = render(<TranscriptPanel transcript={transcript(items)} />);
    measure();
    expect(screen.queryByText('line 41')).toBeNull();
    rerender(<TranscriptPanel transcript={transcript(items)} reveal={{ line: '1.42' }} />);
    const row = screen.getByText('line 41').closest('li');
    expect(row?.dataset.highlighted).toBe('true');
    expect(document.activeElement).toBe(row);
    expect(screen.getByRole('button', { name: /Jump to live/ })).toBeTruthy();
  });

  test('waits for a line that is not loaded yet', () => {
    const reveal = { line: '1.2' };
    const { rerender } = render(<TranscriptPanel transcript={transcript(buildItems(1))} reveal={reveal} />);
    rerender(<TranscriptPanel transcript={transcript(buildItems(2))} reveal={reveal} />);
    expect(screen.getByText('line 1').closest('li')?.dataset.highlighted).toBe('true');
  });

  test('marks what the AI participant said as its own', () => {
    const [item] = buildItems(1);
    const said = { ...item!, speaker: 'ai-mtg_01JD0000000000000000000000-1', speakerName: 'Nova' };
    render(<TranscriptPanel transcript={transcript([said])} />);
    expect(rows()).toEqual(['NovaAI0:00line 0']);
  });

  test('keeps the row when its interim text settles', () => {
    const [item] = buildItems(1);
    const { rerender } = render(<TranscriptPanel transcript={transcript([{ ...item!, kind: 'interim' }])} />);
    const [before] = listed();
    rerender(<TranscriptPanel transcript={transcript([item!])} />);
    expect(listed()).toEqual([before]);
    expect(before?.dataset.kind).toBe('speech');
  });

  test('says that it loads, that nothing was said, and that older lines are missing', () => {
    const { rerender } = render(<TranscriptPanel transcript={transcript([], { catchUp: 'loading' })} />);
    expect(screen.getByText('Loading what was said')).toBeTruthy();
    rerender(<TranscriptPanel transcript={transcript([])} />);
    expect(screen.getByText('What people say appears here.')).toBeTruthy();
    rerender(<TranscriptPanel transcript={transcript(buildItems(1), { catchUp: 'failing' })} />);
    expect(screen.getByText(/Earlier lines cannot be loaded yet/)).toBeTruthy();
  });
});
