import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '../local/testing/test-database.ts';
import { reachDatabase } from './reach-database.ts';

describe(reachDatabase, () => {
  it('is content with a database that answers', async () => {
    await using database = await createTestDatabase();
    await expect(reachDatabase(database.url)).resolves.toBeUndefined();
  });

  it('says in one sentence which address does not answer, without the password', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await new Promise((resolve) => server.close(resolve));
    await expect(reachDatabase(`postgres://me:secret@127.0.0.1:${port}/x`)).rejects.toThrow(
      new RegExp(
        `^The database at 127.0.0.1:${port} does not answer \\(connect ECONNREFUSED[^)]*\\)\\. Check DATABASE_URL\\.$`,
      ),
    );
  });

  it('says why when it is refused', async () => {
    await using database = await createTestDatabase();
    const url = new URL(database.url);
    url.pathname = '/nowhere';
    await expect(reachDatabase(url.href)).rejects.toThrow('database "nowhere" does not exist');
  });
});
