/** Stands for those who do not fit on the stage. */
export function MoreTile({ count }: { count: number }) {
  return (
    <div className="flex size-full items-center justify-center rounded-2xl bg-tile font-medium text-ink-soft">
      {count === 1 ? '1 more person' : `${count} more people`}
    </div>
  );
}
