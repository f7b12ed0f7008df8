import { parseArgs } from 'node:util';

/**
 * `transcript`: kills while people talk. `approvals`: stops and kills around what people approve. `after`: stops and
 * kills around what follows a meeting, and webhooks in any order.
 */
export const suites = ['transcript', 'approvals', 'after'] as const;

export interface FaultsArguments {
  suite: (typeof suites)[number];
  runs: number;
  seed: number;
}

const usage = `Usage: npm run faults -- [--suite ${suites.join('|')}] [--runs N] [--seed S]`;
const usualRuns = { transcript: '50', approvals: '200', after: '600' };

/** The seed is made up and printed when none is given. Throws an `Error` with the usage. */
export function parseFaultsArguments(args: string[], random: () => number): FaultsArguments {
  let values: { suite?: string; runs?: string; seed?: string };
  try {
    values = parseArgs({
      args,
      options: { suite: { type: 'string' }, runs: { type: 'string' }, seed: { type: 'string' } },
    }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${usage}`, { cause: error });
  }
  const suite = suites.find((each) => each === (values.suite ?? 'transcript'));
  if (!suite) throw new Error(`--suite ${values.suite} is not one of ${suites.join(', ')}\n${usage}`);
  const { runs = usualRuns[suite], seed = String(Math.floor(random() * 1_000_000)) } = values;
  if (!/^[1-9]\d{0,3}$/.test(runs))
    throw new Error(`--runs ${runs} is not a number from 1 to 9999\n${usage}`);
  if (!/^\d{1,9}$/.test(seed)) throw new Error(`--seed ${seed} is not a whole number\n${usage}`);
  return { suite, runs: Number(runs), seed: Number(seed) };
}
