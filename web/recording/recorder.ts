/** What keeps the sound of meetings, and their picture, as web sees it: LiveKit Egress, or a recorder process of our own. */
import type { OpenRecording } from '../../db/queries/recordings.ts';

export interface Recorder {
  /** For operators: what it is and how it is. Throws a sentence when it is not there. */
  describe(): Promise<string>;
  /** Throws a sentence for people when it could keep nothing now. */
  checkReady(): Promise<void>;
  /**
   * Looks at one of its open recordings and does what is next: begins, goes on with whoever came, ends. Called again
   * and again, by one process at a time; every recording comes to an end by it, whatever dies meanwhile.
   */
  attend(recording: OpenRecording): Promise<void>;
}

/** Room metadata reaches everyone within 150 ms; nothing is kept before people can have seen it. */
export const announcedForMs = 500;

export const nobodyHeard = 'No microphone was on.';
