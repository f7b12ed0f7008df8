import { fileURLToPath } from 'node:url';

/** The checkout. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** What every instance shares, whatever its data folder: compiled programs and model weights. */
export const sharedFolder = `${projectFolder}/.parley`;
