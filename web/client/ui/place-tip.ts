interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Between a tip and its control, and between a tip and the edge of the window, in pixels. */
const gap = 8;

/** Where a tip stands: over the middle of its control, else under it, always within the window. */
export function placeTip(
  control: Box,
  tip: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const middle = control.left + control.width / 2 - tip.width / 2;
  const over = control.top - gap - tip.height;
  const under = control.top + control.height + gap;
  return {
    left: Math.max(gap, Math.min(middle, view.width - gap - tip.width)),
    top: over >= gap || under + tip.height > view.height ? Math.max(gap, over) : under,
  };
}
