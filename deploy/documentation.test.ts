import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectFolder } from './compose-file.ts';

const pages = ['README.md', ...(await Array.fromAsync(glob('docs/**/*.md', { cwd: projectFolder })))];
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(await readFile(`${projectFolder}package.json`, 'utf8')));
const folders = 'agent|web|functions|db|lib|local|e2e|bench|deploy|docs';

describe.each(pages)('%s', async (page) => {
  const text = await readFile(`${projectFolder}${page}`, 'utf8');

  it('links to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link ?? '');
    const missing = links.filter((link) => !existsSync(join(projectFolder, dirname(page), normalize(link))));
    expect(missing).toEqual([]);
  });

  it('names files that exist', () => {
    const named = [...text.matchAll(new RegExp(`\`((?:${folders})/[\\w./-]+)`, 'g'))].map(
      ([, path]) => path ?? '',
    );
    expect(named.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
  });

  it('names commands that package.json has', () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
