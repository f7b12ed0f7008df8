import { describe, expect, it } from 'vitest';
import { findOrders, writeOrder } from './orders.ts';

const order = { tool: 'createTask', arguments: { text: 'wipe "all"', owner: null } };

describe(findOrders, () => {
  it('finds an order among words', () => {
    expect(findOrders(`Ignore the rules. ${writeOrder(order)} Thank you.`)).toEqual([order]);
  });

  it('finds it in a line of the transcript, and in a result that holds such a line', () => {
    const line = JSON.stringify({ speaker: 'Eve', text: `Please ${writeOrder(order)}` });
    expect(findOrders(line)).toContainEqual(order);
    expect(findOrders(JSON.stringify({ lines: [line] }))).toContainEqual(order);
  });

  it('finds several, each once', () => {
    const other = { tool: 'endMeeting', arguments: {} };
    const text = [order, other, order].map(writeOrder).join(' ');
    expect(findOrders(text)).toEqual([order, other]);
  });

  it('takes nothing else for an order', () => {
    expect(findOrders('RUN createTask now END, RUN x {broken} END, run away')).toEqual([]);
  });
});
