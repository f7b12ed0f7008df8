import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allStagePanels,
  type ChosenPanels,
  choosePanel,
  closePanel,
  mostPanels,
  panelsOnStage,
} from './stage-panels.ts';

const everything = allStagePanels;
const withoutScreen = ['board', 'people'] as const;

describe(choosePanel, () => {
  test('lets a third panel replace the one that was chosen least recently', () => {
    const two = choosePanel(['people'], 'board');
    expect(panelsOnStage(two, everything)).toEqual(['board', 'people']);
    expect(panelsOnStage(choosePanel(two, 'screen'), everything)).toEqual(['screen', 'board']);
  });

  test('counts what is chosen again as chosen latest', () => {
    const again = choosePanel(['people', 'board'], 'people');
    expect(panelsOnStage(choosePanel(again, 'screen'), everything)).toEqual(['screen', 'people']);
  });
});

describe(closePanel, () => {
  test('brings back what was there before', () => {
    const three = choosePanel(choosePanel(['people'], 'board'), 'screen');
    expect(panelsOnStage(closePanel(three, 'screen'), everything)).toEqual(['board', 'people']);
    expect(panelsOnStage(closePanel(three, 'board'), everything)).toEqual(['screen', 'people']);
  });
});

describe(panelsOnStage, () => {
  test('leaves out a screen that is not shared, and what it replaced is back', () => {
    expect(panelsOnStage(['people', 'board', 'screen'], withoutScreen)).toEqual(['board', 'people']);
  });

  test('shows people when everything else was closed', () => {
    expect(panelsOnStage([], everything)).toEqual(['people']);
    expect(panelsOnStage(['screen'], withoutScreen)).toEqual(['people']);
  });

  test('always shows one or two, each once, and the latest choice among them', () => {
    const panel = fc.constantFrom(...allStagePanels);
    const step = fc.record({ act: fc.constantFrom(choosePanel, closePanel), panel });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const chosen = steps.reduce<ChosenPanels>((before, { act, panel }) => act(before, panel), ['people']);
        const shown = panelsOnStage(chosen, everything);
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.length).toBeGreaterThan(0);
        expect(shown.length).toBeLessThanOrEqual(mostPanels);
        const latest = steps.at(-1);
        if (latest?.act === choosePanel) expect(shown).toContain(latest.panel);
      }),
    );
  });
});
