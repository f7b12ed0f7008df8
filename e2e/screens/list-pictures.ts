const ending = /-(desktop|phone)-(light|dark)\.png$/;
const columns = ['desktop-light', 'desktop-dark', 'phone-light', 'phone-dark'] as const;

/** The page that leads to all pictures of a folder, in Markdown: a row for each state. */
export function listPictures(files: readonly string[]): string {
  const pictures = files.filter((file) => ending.test(file));
  const names = [...new Set(pictures.map((file) => file.replace(ending, '')))].toSorted();
  const rows = names.map((name) => {
    const cells = columns.map((column) => {
      const file = `${name}-${column}.png`;
      return pictures.includes(file) ? `[${column.split('-')[1]}](${file})` : '';
    });
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  return [
    '# Screens',
    '',
    'Taken by `npm run screens` on a real Parley: 1280 x 800 on a desktop, 360 x 740 on a phone.',
    '',
    '| state | desktop | | phone | |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
