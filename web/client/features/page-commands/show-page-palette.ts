import { createContext } from 'react';

/** Opens and closes the list of commands of pages outside a meeting. */
export const ShowPagePalette = createContext<(shown: boolean) => void>(() => undefined);
