import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { CaptionAnnouncer } from './CaptionAnnouncer.tsx';
import { LiveCaptions } from './LiveCaptions.tsx';
import { buildInterim, buildLine } from './testing.ts';
import type { SpokenItem } from './transcript-items.ts';
import { createTranscriptStore } from './transcript-store.ts';

afterEach(cleanup);

const said: SpokenItem = {
  kind: 'speech',
  key: 'seg_1',
  speaker: 'par_ana',
  speakerName: 'Ana',
  startMs: 0,
  line: '1.1',
  text: 'We ship on Thursday.',
};
const saying: SpokenItem = { ...said, kind: 'interim', key: 'seg_2', speakerName: 'Ben', text: 'I will' };

describe(LiveCaptions, () => {
  test('shows who says what, and what is still moving', () => {
    render(<LiveCaptions captions={[said, saying]} hint={null} size="M" />);
    const items = [...screen.getByTestId('captions').children];
    expect(items.map((item) => item.textContent)).toEqual(['AnaWe ship on Thursday.', 'BenI will']);
    expect(items.map((item) => item.getAttribute('data-kind'))).toEqual(['speech', 'interim']);
  });
});

describe(CaptionAnnouncer, () => {
  test('reads settled words only', () => {
    const store = createTranscriptStore();
    const line = buildLine({ text: said.text });
    store.dispatch({ type: 'caption', caption: { type: 'final', line }, atMs: 0 });
    const interim = buildInterim({ segmentId: 'seg_2' });
    store.dispatch({ type: 'caption', caption: { type: 'interim', interim }, atMs: 0 });
    render(<CaptionAnnouncer store={store} />);
    expect(screen.getByRole('log', { name: 'Live captions' }).textContent).toBe('Ana: We ship on Thursday.');
  });
});
