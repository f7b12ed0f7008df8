import { describe, expect, it } from 'vitest';
import { placeTip } from './place-tip.ts';

const view = { width: 360, height: 640 };
const tip = { width: 100, height: 28 };
const control = { left: 150, top: 300, width: 44, height: 44 };

describe(placeTip, () => {
  it('stands over the middle of the control', () => {
    expect(placeTip(control, tip, view)).toEqual({ left: 122, top: 264 });
  });

  it('goes under a control at the top', () => {
    expect(placeTip({ ...control, top: 10 }, tip, view).top).toBe(62);
  });

  it('stays over it where neither side has room', () => {
    expect(placeTip({ ...control, top: 10 }, tip, { ...view, height: 80 }).top).toBe(8);
  });

  it('keeps off both edges', () => {
    expect(placeTip({ ...control, left: 0 }, tip, view).left).toBe(8);
    expect(placeTip({ ...control, left: 316 }, tip, view).left).toBe(252);
  });
});
