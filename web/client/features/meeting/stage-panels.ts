/** What can stand on the stage, in the order in which it stands there. */
export const allStagePanels = ['screen', 'board', 'people'] as const;
export type StagePanel = (typeof allStagePanels)[number];

/** More than two leave none of them large enough to work with. */
export const mostPanels = 2;

/**
 * Panels in the order in which they were chosen, the latest at the end. Those that do not fit wait beneath the others
 * and come back when one of them leaves.
 */
export type ChosenPanels = readonly StagePanel[];

export function choosePanel(chosen: ChosenPanels, panel: StagePanel): StagePanel[] {
  return [...closePanel(chosen, panel), panel];
}

export function closePanel(chosen: ChosenPanels, panel: StagePanel): StagePanel[] {
  return chosen.filter((each) => each !== panel);
}

/** What is on the stage now, as it stands there: the latest of those that there are, and people when there is none. */
export function panelsOnStage(chosen: ChosenPanels, offered: readonly StagePanel[]): StagePanel[] {
  const shown = chosen.filter((panel) => offered.includes(panel)).slice(-mostPanels);
  return shown.length === 0 ? ['people'] : allStagePanels.filter((panel) => shown.includes(panel));
}
