import { describe, expect, it } from 'vitest';
import { parseFaultsArguments } from './arguments.ts';

const parse = (...args: string[]) => parseFaultsArguments(args, () => 0.25);

describe(parseFaultsArguments, () => {
  it('reads runs and seed', () => {
    expect(parse('--runs', '12', '--seed=7')).toEqual({ suite: 'transcript', runs: 12, seed: 7 });
  });

  it('makes up what is not given', () => {
    expect(parse()).toEqual({ suite: 'transcript', runs: 50, seed: 250_000 });
    expect(parse('--suite', 'approvals')).toEqual({ suite: 'approvals', runs: 200, seed: 250_000 });
    expect(parse('--suite', 'after')).toEqual({ suite: 'after', runs: 600, seed: 250_000 });
  });

  it.each([
    [['--runs', '0']],
    [['--runs', 'many']],
    [['--seed', '-1']],
    [['--fast']],
    [['12']],
    [['--suite', 'all']],
  ])('refuses %j', (args) => {
    expect(() => parse(...args)).toThrow('Usage');
  });
});
