/**
 * Postgres refuses to run as root. Started by root it runs as the system's `postgres` or `nobody`; where that
 * user cannot walk to the files (a checkout below /root or in a private temporary folder) it keeps the one
 * capability that lets it.
 */
import { execFile } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface PostgresUser {
  /** Gives a file or folder to the user that Postgres runs as. */
  own(path: string): Promise<void>;
  command(program: string, args: string[]): { command: string; args: string[]; uid?: number; gid?: number };
}

const ourselves: PostgresUser = {
  own: async () => undefined,
  command: (command, args) => ({ command, args }),
};

/** Gives `folder` to the chosen user. Throws a sentence when no user can run `program` there. */
export async function choosePostgresUser(program: string, folder: string): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return ourselves;
  const { uid, gid } = await findSystemUser();
  const own = (path: string) => chown(path, uid, gid);
  await own(folder);
  if (await canReach(uid, gid, [program, folder])) {
    return { own, command: (command, args) => ({ command, args, uid, gid }) };
  }
  const prefix = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    // Without it access(2) ignores the capability, and Postgres does not find its own programs.
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  await run('setpriv', [...prefix, 'test', '-x', program]).catch((cause) => {
    throw new Error(
      `Postgres does not run as root, and the system user with id ${uid} cannot reach ${folder} or ${program}: ` +
        'run as an ordinary user, or move the project to a folder that everyone may enter.',
      { cause },
    );
  });
  return { own, command: (command, args) => ({ command: 'setpriv', args: [...prefix, command, ...args] }) };
}

async function findSystemUser(): Promise<{ uid: number; gid: number }> {
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]).catch(() => null);
    if (ids) return { uid: Number(ids[0].stdout), gid: Number(ids[1].stdout) };
  }
  throw new Error(
    'Postgres does not run as root, and there is no system user "nobody": run as an ordinary user.',
  );
}

async function canReach(uid: number, gid: number, paths: string[]): Promise<boolean> {
  const tests = paths.map((path) => run('test', ['-x', path], { uid, gid }));
  return (await Promise.allSettled(tests)).every(({ status }) => status === 'fulfilled');
}
