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
  /** In the order in which they lie on each other. */
  const shapes = [
    { colour: cloth, cx: 160, cy: 205, rx: 88, ry: 72 },
    { colour: skin, cx: 160, cy: 128, rx: 15, ry: 24 },
    { colour: hair, cx: 160, cy: 78, rx: 44, ry: 52 },
    { colour: skin, cx: 160, cy: 90, rx: 35, ry: 44 },
  ];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const light = 1.12 - (x / width) * 0.2 - (y / height) * 0.12;
      let colour = wall;
      for (const { cx, cy, rx, ry, ...shape } of shapes) {
        // Part of the pixel, so that edges are smooth.
        const inside = (1 - Math.hypot((x - cx) / rx, (y - cy) / ry)) * Math.min(rx, ry) + 0.5;
        colour = mix(colour, shape.colour, Math.min(1, Math.max(0, inside)));
      }
      pixels.set([...colour.map((part) => Math.min(255, part * light)), 255], (y * width + x) * 4);
    }
  }
  return pixels;
}

type Colour = [red: number, green: number, blue: number];

const mix = (a: Colour, b: Colour, share: number): Colour => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

/** HSL as RGB, 0 to 255. */
function colourOf(hue: number, saturation: number, lightness: number): Colour {
  const part = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    const amount = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - amount * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [part(0), part(8), part(4)];
}
