/**
 * Where the sound of recordings lies, the same for the recorder, web and functions: a folder that they share, or a
 * bucket. A location is a path below it, such as `mtg_1/rec_1/par_1-0.ogg`.
 */
import type { Readable } from 'node:stream';

export interface RecordingStore {
  /** For operators: which folder or bucket. */
  readonly place: string;
  /** Size in bytes; null when there is nothing. */
  sizeOf(location: string): Promise<number | null>;
  /** All bytes, or those of a range whose end is inclusive. Throws `MissingSoundError` when there is nothing. */
  openRead(location: string, range?: { start: number; end: number }): Promise<Readable>;
  /** Keeps a copy of a file of this machine, in place of what was there. Readers see nothing or all of it. */
  write(location: string, file: string): Promise<void>;
  /** Everything below a folder, such as `mtg_1/`; nothing when there is none. */
  list(folder: string): Promise<{ location: string; bytes: number }[]>;
  /** Removes everything below a folder; tells how many files there were. Repeating it is harmless. */
  remove(folder: string): Promise<number>;
  /** Throws a sentence when nothing can be kept there now. */
  checkRoom(): Promise<void>;
}

/** What should be in the store is not: lost, removed, or not there yet. */
export class MissingSoundError extends Error {
  constructor(location: string, options?: ErrorOptions) {
    super(`there is no ${location} in the store of recordings`, options);
    this.name = 'MissingSoundError';
  }
}

/** Throws for a path that could lead out of a meeting's own folder. */
export function checkLocation(location: string): string {
  if (!/^mtg_\w+(\/[\w-][\w.-]*)*\/?$/.test(location))
    throw new Error(`${location} is no place of a recording`);
  return location;
}
