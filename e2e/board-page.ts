/** Steps on the whiteboard in a meeting's page, as tests of it need them. */
import type { Locator, Page } from 'playwright-core';
import { z } from 'zod';

export const boardOf = (page: Page): Locator => page.getByRole('region', { name: 'Whiteboard' });

export const canvasOf = (page: Page): Locator => boardOf(page).locator('canvas.interactive');

/** Draws with the tool of that key; the numbers are pixels from the corner of the whiteboard. */
export async function draw(page: Page, key: string, [x, y]: readonly [number, number]): Promise<void> {
  const area = await boardOf(page).boundingBox();
  if (!area) throw new Error('the whiteboard is not there');
  await toBoard(page);
  await page.keyboard.press(key);
  await page.mouse.move(area.x + x, area.y + y);
  await page.mouse.down();
  await page.mouse.move(area.x + x + 90, area.y + y + 60, { steps: 5 });
  await page.mouse.up();
}

/** Keys are for the whiteboard from here on, and nothing on it is selected. Beside all that Excalidraw shows of itself. */
export async function toBoard(page: Page): Promise<void> {
  const area = await canvasOf(page).boundingBox();
  if (!area) throw new Error('the whiteboard is not there');
  await canvasOf(page).click({ position: { x: area.width - 40, y: area.height * 0.72 } });
}

/** The picture that somebody sees, without pointers and selections; the same text where two see the same. */
export function picture(page: Page): Promise<string> {
  return boardOf(page)
    .locator('canvas.static')
    .evaluate((from: HTMLCanvasElement) => {
      const to = document.createElement('canvas');
      Object.assign(to, { width: 620, height: 440 });
      to.getContext('2d')?.drawImage(from, 0, 0);
      return to.toDataURL();
    });
}

/** How much of what somebody sees is magenta, in pixels. */
export function magentaPixels(page: Page): Promise<number> {
  return boardOf(page)
    .locator('canvas.static')
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
      let found = 0;
      for (let at = 0; data && at < data.length; at += 4) {
        if (data[at] === 255 && data[at + 1] === 0 && data[at + 2] === 255) found += 1;
      }
      return found;
    });
}

interface DroppedFile {
  name: string;
  type: string;
  /** What is in it: a magenta picture, a text, or so many bytes of nothing. */
  content: 'picture' | { text: string } | { bytes: number };
}

/** Drops a file on the middle of the whiteboard. */
export function dropFile(page: Page, dropped: DroppedFile): Promise<void> {
  return canvasOf(page).evaluate(async (canvas, { name, type, content }) => {
    let part: BlobPart;
    if (content === 'picture') {
      const drawing = new OffscreenCanvas(120, 80);
      const context = drawing.getContext('2d');
      if (!context) throw new Error('nothing can be drawn here');
      context.fillStyle = '#ff00ff';
      context.fillRect(0, 0, drawing.width, drawing.height);
      part = await drawing.convertToBlob({ type });
    } else {
      part = 'text' in content ? content.text : new Uint8Array(content.bytes);
    }
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([part], name, { type }));
    const { x, y, width, height } = canvas.getBoundingClientRect();
    const place = { clientX: x + width / 2, clientY: y + height / 2 };
    canvas.dispatchEvent(new DragEvent('drop', { dataTransfer, ...place, bubbles: true, cancelable: true }));
  }, dropped);
}

const boardSchema = z.object({ elements: z.array(z.looseObject({ id: z.string(), type: z.string() })) });

/** What web has of the whiteboard, from back to front. */
export async function storedBoard(page: Page, url: string) {
  return boardSchema.parse(await (await page.request.get(url)).json()).elements;
}

/** Where web has the whiteboard of the meeting that a page is in; empty until the page has asked for something of it. */
export function watchBoardUrl(page: Page, baseUrl: string): () => string {
  let url = '';
  page.on('request', (request) => {
    const [meeting] = /mtg_\w{26}/.exec(new URL(request.url()).pathname) ?? [];
    if (meeting) url = `${baseUrl}/api/meetings/${meeting}/board`;
  });
  return () => url;
}
