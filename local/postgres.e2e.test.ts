import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { processStart } from './instance-lock.ts';
import { startPostgres } from './postgres.ts';

describe(startPostgres, () => {
  let folder: string;

  async function query(url: string, text: string): Promise<unknown[]> {
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    try {
      return [...(await sql.unsafe(text))];
    } finally {
      await sql.end();
    }
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-postgres-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('keeps its data and address when it is killed and started again', async () => {
    await using server = await startPostgres({ folder });
    await query(server.url, 'create table kept as select 7 as number');
    const before = server.pid();
    server.kill('SIGKILL');
    await server.restart();
    expect(server.pid()).not.toBe(before);
    expect(await query(server.url, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  it('stops a server that an earlier process left running in the folder', async () => {
    await using leftover = await startPostgres({ folder });
    const pid = leftover.pid() ?? 0;
    await query(leftover.url, 'create table kept as select 7 as number');
    await using server = await startPostgres({ folder });
    expect(processStart(pid)).toBeNull();
    expect(await query(server.url, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  it('ends with a process that is killed outright', async () => {
    const script = `
      import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))};
      const server = await startPostgres({ folder: ${JSON.stringify(folder)} });
      console.log(server.pid());
      setInterval(() => {}, 1000);`;
    await writeFile(join(folder, 'parent.ts'), script);
    const parent = spawn(process.execPath, [join(folder, 'parent.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
    expect(processStart(pid)).not.toBeNull();
    parent.kill('SIGKILL');
    await expect.poll(() => processStart(pid), { timeout: 10_000 }).toBeNull();
  });

  it('finishes what an interrupted first start left half-made', async () => {
    await mkdir(join(folder, 'data.new'));
    await writeFile(join(folder, 'data.new', 'PG_VERSION'), '18\n');
    await using server = await startPostgres({ folder });
    expect(await query(server.url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
  });

  it('works below a folder that only its owner may enter', async () => {
    await chmod(folder, 0o700);
    const inner = join(folder, 'inner');
    await using server = await startPostgres({ folder: inner });
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('does not answer without its password, which only its owner may read', async () => {
    await using server = await startPostgres({ folder });
    const open = new URL(server.url);
    open.password = 'password';
    await expect(query(open.href, 'select 1')).rejects.toThrow('password authentication failed');
    const password = (await readFile(join(folder, 'password'), 'utf8')).trim();
    expect(server.url).toContain(password);
    expect(password.length).toBeGreaterThanOrEqual(32);
  });
});
