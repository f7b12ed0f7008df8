import { parseArgs } from 'node:util';

export interface FaultsArguments {
  runs: number;
  seed: number;
}

const usage = 'Usage: npm run faults -- [--runs N] [--seed S]';

/** 50 kills by default; the seed is made up and printed when none is given. Throws an `Error` with the usage. */
export function parseFaultsArguments(args: string[], random: () => number): FaultsArguments {
  let values: { runs?: string; seed?: string };
  try {
    values = parseArgs({ args, options: { runs: { type: 'string' }, seed: { type: 'string' } } }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${usage}`, { cause: error });
  }
  const { runs = '50', seed = String(Math.floor(random() * 1_000_000)) } = values;
  if (!/^[1-9]\d{0,3}$/.test(runs))
    throw new Error(`--runs ${runs} is not a number from 1 to 9999\n${usage}`);
  if (!/^\d{1,9}$/.test(seed)) throw new Error(`--seed ${seed} is not a whole number\n${usage}`);
  return { runs: Number(runs), seed: Number(seed) };
}
