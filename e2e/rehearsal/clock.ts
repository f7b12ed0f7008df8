/** Unix time in milliseconds with fractions; it never jumps, unlike `Date.now()`. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now();
}
