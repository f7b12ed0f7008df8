interface RecordingMarkProps {
  recording: boolean;
  picture: boolean;
}

/** Tells everyone, also who joins late, what is being kept. */
export function RecordingMark({ recording, picture }: RecordingMarkProps) {
  return (
    <p role="status" className="flex items-center">
      {recording && (
        <span className="flex items-center gap-2 rounded-full bg-danger-soft px-2.5 py-1 font-medium text-danger text-sm">
          <span
            aria-hidden
            className="size-2 animate-pulse rounded-full bg-danger motion-reduce:animate-none"
          />
          <span className="max-sm:sr-only">{picture ? 'Recording sound and picture' : 'Recording'}</span>
          <span aria-hidden className="sm:hidden">
            Rec
          </span>
        </span>
      )}
    </p>
  );
}
