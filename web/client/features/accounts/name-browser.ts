/** A browser and system that people recognise, from how a browser calls itself. Order matters: many claim others. */
export function nameBrowser(userAgent: string): string {
  const browser = [
    ['Edge', /Edg(e|A|iOS)?\//],
    ['Opera', /OPR\//],
    ['Firefox', /Firefox\/|FxiOS\//],
    ['Chrome', /Chrom(e|ium)\/|HeadlessChrome\/|CriOS\//],
    ['Safari', /Safari\//],
  ] as const;
  const system = [
    ['Android', /Android/],
    ['iPhone or iPad', /iPhone|iPad/],
    ['Windows', /Windows/],
    ['macOS', /Mac OS X/],
    ['Linux', /Linux/],
  ] as const;
  const find = (names: readonly (readonly [string, RegExp])[]) =>
    names.find(([, pattern]) => pattern.test(userAgent))?.[0];
  return [find(browser) ?? 'A program', find(system)].filter(Boolean).join(' on ');
}
