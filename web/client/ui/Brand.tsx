import { Link } from '@tanstack/react-router';

/** The mark and the name; leads home. */
export function Brand() {
  return (
    <Link
      to="/"
      className="inline-flex items-center gap-2.5 rounded-lg font-semibold text-ink text-lg tracking-tight"
    >
      <img src="/icon.svg" alt="" width={28} height={28} />
      Parley
    </Link>
  );
}
