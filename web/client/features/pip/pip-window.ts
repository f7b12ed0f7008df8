/** A window of this page's own that stays over all others (Document Picture-in-Picture, WICG; Chromium has it). */
import { followTheme } from '../../ui/theme.ts';

interface DocumentPictureInPicture {
  /** Needs a press of the person's. Takes the place of the window that there was. */
  requestWindow(size: { width: number; height: number }): Promise<Window>;
}

declare global {
  interface Window {
    documentPictureInPicture?: DocumentPictureInPicture;
  }
}

/** Pixels: a picture of 16:9 with captions over it, and a row of buttons. */
const size = { width: 400, height: 296 };

export function canOpenPip(page: Window): boolean {
  return page.documentPictureInPicture !== undefined;
}

/** Opens it, looking as the page does. Throws where the browser does not, or not now. */
export async function openPipWindow(page: Window): Promise<Window> {
  const api = page.documentPictureInPicture;
  if (!api) throw new Error('This browser has no picture in picture.');
  const small = await api.requestWindow(size);
  dressAs(page.document, small.document);
  const stopFollowing = followTheme(small.document);
  small.addEventListener('pagehide', stopFollowing, { once: true });
  return small;
}

function dressAs(from: Document, to: Document): void {
  to.documentElement.lang = from.documentElement.lang;
  to.title = from.title;
  for (const sheet of from.querySelectorAll('link[rel="stylesheet"], style')) {
    to.head.append(to.importNode(sheet, true));
  }
}
