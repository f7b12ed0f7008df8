/**
 * What `npm start` and `npm test` run first. Plain JavaScript without dependencies that Node 20 understands: it
 * installs what is missing, then hands over to the Node that the project brings.
 *
 *   node local/bootstrap.mjs start | test [ARGS] | run FILE [ARGS]
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(project, 'node_modules/.parley-install');
const node = join(project, 'node_modules/node/bin/node');
const usage = 'usage: node local/bootstrap.mjs start | test [ARGS] | run FILE [ARGS]';

/** @param {string[]} words */
function fileToRun([command, ...rest]) {
  if (command === 'start') return ['local/start.ts', ...rest];
  if (command === 'test') return ['local/test.ts', ...rest];
  if (command === 'run' && rest.length > 0) return rest;
  return null;
}

/** A hash over what npm reads; null when a file is missing. */
function installHash() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
    const file = join(project, name);
    if (existsSync(file)) hash.update(name).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function isInstalled() {
  return existsSync(node) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === installHash();
}

/** `npm install`, not `npm ci`: it repairs what is there, keeps what fits, and takes seconds when little is missing. */
async function install() {
  const started = Date.now();
  process.stderr.write(
    existsSync(node)
      ? 'Packages have changed: npm install ...\n'
      : 'Installing packages (a minute or so, once): npm install ...\n',
  );
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const ended = await run(command, [...args, 'install', '--no-fund', '--no-audit', '--loglevel=error'], {
    // A production environment would leave out what the tests and the browser build need.
    env: { ...process.env, NODE_ENV: undefined },
    // npm's own summary belongs with the messages; stdout is for what was asked for.
    stdio: ['ignore', 2, 2],
  });
  if (ended !== 0) {
    process.stderr.write(
      'npm install failed. The lines above say why; the usual reasons are no network or a full disk. Run the same command again afterwards.\n',
    );
    return ended;
  }
  if (!existsSync(node)) {
    process.stderr.write(
      'npm install left out the package "node": its install script must be allowed to run (npm config get ignore-scripts should print false).\n',
    );
    return 1;
  }
  writeFileSync(stampFile, installHash());
  process.stderr.write(`Packages are installed (${Math.round((Date.now() - started) / 1000)} s).\n`);
  return 0;
}

/**
 * Runs a program to its end and passes signals on. The child notices over its IPC channel when this process is
 * gone. Resolves to the exit code, 128 + n after signal n.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>}
 */
function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: project, ...options });
    const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
      const handler = () => child.kill(signal);
      process.on(signal, handler);
      return [signal, handler];
    });
    const watch = watchParent(() => child.kill('SIGTERM'));
    const finish = (code) => {
      for (const [signal, handler] of handlers) process.off(signal, handler);
      clearInterval(watch);
      resolve(code);
    };
    child.once('error', (error) => {
      process.stderr.write(`${command} cannot be run: ${error.message}\n`);
      finish(1);
    });
    child.once('exit', (code, signal) => finish(code ?? 128 + (signalNumbers[signal] ?? 0)));
  });
}

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/** npm that is killed outright tells nobody: notice that somebody else has become the parent. */
function watchParent(onGone) {
  const parent = process.ppid;
  if (process.env.npm_execpath === undefined || parent === 1) return undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
  return timer;
}

async function main() {
  const file = fileToRun(process.argv.slice(2));
  if (!file) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const [major] = process.versions.node.split('.').map(Number);
  if ((major ?? 0) < 20) {
    process.stderr.write(`Parley needs Node 20 or newer to install its own; this is ${process.version}.\n`);
    return 1;
  }
  if (!isInstalled()) {
    const failed = await install();
    if (failed !== 0) return failed;
  }
  // The project's Node comes first on the PATH, so that tools started by name run on it too.
  const path = `${dirname(node)}:${join(project, 'node_modules/.bin')}:${process.env.PATH ?? ''}`;
  return run(node, file, {
    env: { ...process.env, PATH: path },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}

process.exitCode = await main();
