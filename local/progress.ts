/** What a long step reports. `fraction` is 0..1 where the total is known. */
export interface Progress {
  task: string;
  detail?: string;
  fraction?: number;
}

export type OnProgress = (progress: Progress) => void;
