/** Marks a name as the AI participant's, wherever the name stands. */
export function AiBadge() {
  return (
    <span className="shrink-0 rounded-md bg-accent px-1.5 py-px font-bold text-[0.6875rem] text-on-accent leading-4 tracking-wider">
      AI
    </span>
  );
}
