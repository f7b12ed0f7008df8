/** What stands for the camera of somebody who has none. */
export const face = { width: 320, height: 180 };

/** Head and shoulders before a wall, in colours that belong to the name: RGBA. */
export function drawFace(name: string): Uint8Array {
  const { width, height } = face;
  const seed = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
  const wall = colourOf(seed, 0.35, 0.62);
  const cloth = colourOf((seed + 140) % 360, 0.4, 0.36);
  const skin = colourOf(24, 0.42, 0.42 + (seed % 5) * 0.08);
  const hair = colourOf(28, 0.35, 0.14 + (seed % 4) * 0.07);
  const pixels = new Uint8Array(width * height * 4);
  const inside = (x: number, y: number, cx: number, cy: number, rx: number, ry: number) =>
    ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const light = 1.12 - (x / width) * 0.2 - (y / height) * 0.12;
      let colour = wall;
      if (inside(x, y, 160, 205, 88, 72)) colour = cloth;
      if (inside(x, y, 160, 128, 15, 24)) colour = skin;
      if (inside(x, y, 160, 78, 44, 52)) colour = hair;
      if (inside(x, y, 160, 90, 35, 44)) colour = skin;
      pixels.set([...colour.map((part) => Math.min(255, part * light)), 255], (y * width + x) * 4);
    }
  }
  return pixels;
}

/** HSL as RGB, 0 to 255. */
function colourOf(hue: number, saturation: number, lightness: number): [number, number, number] {
  const part = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    const amount = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - amount * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [part(0), part(8), part(4)];
}
