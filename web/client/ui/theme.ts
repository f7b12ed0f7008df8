import { z } from 'zod/mini';
import { createRemembered, useRemembered } from './remembered.ts';
import { useMediaQuery } from './useMediaQuery.ts';

const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Light or dark, or as the system has it; kept in this browser. */
export const theme = createRemembered<Theme>({
  key: 'parley.theme',
  schema: z.catch(z.enum(themes), 'system'),
});

/** Shows a page as it was chosen, from now on. The style sheet reads the attribute. */
export function followTheme(page: Document): () => void {
  const show = () => {
    page.documentElement.dataset.theme = theme.get();
  };
  show();
  return theme.subscribe(show);
}

/** Whether the page is dark now, for what the style sheet does not reach. */
export function useDark(): boolean {
  const chosen = useRemembered(theme);
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  return chosen === 'system' ? systemIsDark : chosen === 'dark';
}
