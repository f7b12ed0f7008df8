import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { projectFolder } from './compose-file.ts';

async function statusOf(url: string): Promise<unknown> {
  const child = spawn(process.execPath, [`${projectFolder}deploy/healthcheck.mjs`, url]);
  const [code] = await once(child, 'exit');
  return code;
}

describe('healthcheck', () => {
  it('follows the answer of the address', async () => {
    await using server = createServer((request, response) => {
      response.writeHead(request.url === '/well' ? 200 : 503).end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await statusOf(`http://127.0.0.1:${port}/well`)).toBe(0);
    expect(await statusOf(`http://127.0.0.1:${port}/ill`)).toBe(1);
  });

  it('fails when nobody answers', async () => {
    expect(await statusOf('http://127.0.0.1:9/')).toBe(1);
  });
});
