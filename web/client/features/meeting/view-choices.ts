import { z } from 'zod/mini';
import { allStagePanels } from './stage-panels.ts';

const choicesSchema = z.object({
  /** As `ChosenPanels`; a screen is there while it is shared, whatever was chosen. */
  panels: z.catch(z.array(z.enum(allStagePanels)), ['people']),
  /** Null leaves it to the shape of the stage. */
  direction: z.catch(z.nullable(z.enum(['columns', 'rows'])), null),
  /** By `pairOf`: percent of the first panel. */
  shares: z.catch(z.record(z.string(), z.number().check(z.gte(5), z.lte(95))), {}),
  /** Of the people: all equal, or whoever speaks large. */
  layout: z.catch(z.enum(['grid', 'spotlight']), 'grid'),
  /** Whether one's own tile is left out while others are there. */
  hidesSelf: z.catch(z.boolean(), false),
});
/** How a person looks at meetings; kept in this browser. */
export type ViewChoices = z.infer<typeof choicesSchema>;

const storageKey = 'parley.view';

/** What was chosen last time; defaults for everything that is missing or not readable. */
export function readViewChoices(storage: Pick<Storage, 'getItem'>): ViewChoices {
  let stored: unknown = null;
  try {
    stored = JSON.parse(storage.getItem(storageKey) ?? 'null');
  } catch {
    // Storage is off or holds something else: start with the defaults.
  }
  const parsed = choicesSchema.safeParse(stored);
  return parsed.success ? parsed.data : choicesSchema.parse({});
}

export function rememberViewChoices(storage: Pick<Storage, 'setItem'>, choices: ViewChoices): void {
  const panels = choices.panels.filter((panel) => panel !== 'screen');
  try {
    storage.setItem(storageKey, JSON.stringify({ ...choices, panels }));
  } catch {
    // Private windows refuse storage; the choices then last as long as the page.
  }
}
