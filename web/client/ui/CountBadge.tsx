/** A number on the corner of a button that is `relative`; the button's label says it to screen readers. */
export function CountBadge({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute -top-1 -right-1 flex h-5 min-w-5 items-center justify-center rounded-full bg-accent px-1 font-bold text-[0.6875rem] text-on-accent"
    >
      {Math.min(count, 99)}
    </span>
  );
}
