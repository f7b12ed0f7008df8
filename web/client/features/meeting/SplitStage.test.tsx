import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SplitStage } from './SplitStage.tsx';
import type { StagePanel } from './stage-panels.ts';
import { readViewChoices } from './view-choices.ts';

const size = new DOMRect(0, 0, 900, 500);

/** The test's page lays nothing out: everything is as large as this. */
class Measured {
  readonly #tell: ResizeObserverCallback;
  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell;
  }
  observe(target: Element) {
    const box = [{ inlineSize: size.width, blockSize: size.height }];
    const entry = { target, contentRect: size, borderBoxSize: box, contentBoxSize: box };
    this.#tell([{ ...entry, devicePixelContentBoxSize: box }], this);
  }
  unobserve() {}
  disconnect() {}
}

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', Measured);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(size.width);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(size.height);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(size);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const stage = (...panels: StagePanel[]) => (
  <SplitStage
    panels={panels}
    contentOf={(panel) => panel}
    choices={readViewChoices({ getItem: () => null })}
    choose={() => {}}
  />
);

describe(SplitStage, () => {
  test('has another panel take the place of one, and one beside one that was alone', () => {
    const { rerender } = render(stage('screen', 'people'));
    screen.getByText('people');
    rerender(stage('screen', 'board'));
    screen.getByText('board');
    rerender(stage('board'));
    rerender(stage('board', 'people'));
    expect(screen.getAllByText(/^(board|people)$/)).toHaveLength(2);
  });
});
