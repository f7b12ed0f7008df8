/** Pictures of pages in a folder: on a desktop and on a phone, in light and in dark. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { settle } from '../web/settle.ts';
import { listPictures } from './list-pictures.ts';

const devices = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 360, height: 740 },
} as const;
export type Device = keyof typeof devices;

/** What has to be laid out, fetched or played anew in another size. */
const layoutMs = 500;

export interface PictureFolder {
  /** Whether pictures of this name are wanted at all. */
  wants(name: string): boolean;
  /** Leaves the page as it was on a desktop, in light. */
  take(page: Page, name: string, only?: Device): Promise<void>;
  /** Takes away what no picture was taken of. */
  clear(): Promise<void>;
  /** Writes the page that leads to all of them. */
  list(): Promise<void>;
}

export async function openPictureFolder(
  folder: string,
  /** Beginnings of names; all without any. */
  wanted: readonly string[],
): Promise<PictureFolder> {
  await mkdir(folder, { recursive: true });
  const taken = new Set<string>();
  const wants = (name: string) => wanted.length === 0 || wanted.some((each) => name.startsWith(each));
  return {
    wants,
    async take(page, name, only) {
      if (!wants(name)) return;
      for (const [device, size] of Object.entries(devices)) {
        if (only && device !== only) continue;
        await page.setViewportSize(size);
        await page.waitForTimeout(layoutMs);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await settle(page);
          const file = `${name}-${device}-${colorScheme}.png`;
          // A palette makes them a third as large, and nobody sees it.
          await sharp(await page.screenshot())
            .png({ palette: true, quality: 92, effort: 8 })
            .toFile(join(folder, file));
          taken.add(file);
        }
      }
      await page.setViewportSize(devices.desktop);
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    },
    async clear() {
      for (const file of await readdir(folder)) {
        if (file.endsWith('.png') && !taken.has(file)) await rm(join(folder, file));
      }
    },
    async list() {
      await writeFile(join(folder, 'README.md'), listPictures(await readdir(folder)));
    },
  };
}
