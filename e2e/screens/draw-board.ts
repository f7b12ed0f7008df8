import type { Page } from 'playwright-core';

type Point = [x: number, y: number];

/** Draws three boxes with words and two arrows on the whiteboard that is open, from the middle of its upper half. */
export async function drawBoard(page: Page): Promise<void> {
  const canvas = page.getByRole('region', { name: 'Whiteboard' }).locator('canvas.interactive');
  const area = await canvas.boundingBox();
  if (!area) throw new Error('the whiteboard is not there');
  const at = ([x, y]: Point): Point => [area.x + area.width / 2 + x, area.y + area.height * 0.45 + y];
  const drag = async (key: string, from: Point, to: Point) => {
    await page.keyboard.press(key);
    await page.mouse.move(...at(from));
    await page.mouse.down();
    await page.mouse.move(...at(to), { steps: 6 });
    await page.mouse.up();
  };
  const write = async (middle: Point, words: string) => {
    await page.mouse.dblclick(...at(middle));
    await page.keyboard.type(words);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  };
  await canvas.click({ position: { x: 30, y: area.height - 90 } });
  for (const [index, words] of ['Fix refunds', 'Test', 'Launch'].entries()) {
    const left = -200 + index * 140;
    await drag('r', [left, -30], [left + 100, 30]);
    await write([left + 50, 0], words);
  }
  for (const left of [-95, 45]) await drag('a', [left, 0], [left + 30, 0]);
  await page.keyboard.press('Escape');
  await page.mouse.click(...at([0, 120]));
}
