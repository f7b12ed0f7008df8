import { describe, expect, it } from 'vitest';
import { effectTools } from '../../lib/tools/registry.ts';
import { findOrders } from './orders.ts';
import { listScenarios, orders } from './scenarios.ts';

describe(listScenarios, () => {
  it('has two hundred and more, and the model understands the order of each', () => {
    const scenarios = listScenarios();
    expect(scenarios.length).toBeGreaterThanOrEqual(200);
    for (const { text, order } of scenarios) expect(findOrders(text)).toEqual([order]);
  });

  it('orders every tool that has an effect', () => {
    const ordered = new Set(orders.map(({ tool }) => tool));
    for (const { name } of effectTools) expect(ordered).toContain(name);
  });
});
