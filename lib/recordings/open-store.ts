import type { Config } from '../config.ts';
import { createFolderStore } from './folder-store.ts';
import type { RecordingStore } from './recording-store.ts';

/** The store that the configuration names: a bucket where there is one, else a folder. */
export async function openRecordingStore({
  folder,
  bucket,
}: Pick<Config['recordings'], 'folder' | 'bucket'>): Promise<RecordingStore> {
  if (!bucket) return createFolderStore(folder);
  // Loaded only where it is used: the SDK takes memory that most processes never need.
  const { createBucketStore } = await import('./bucket-store.ts');
  return createBucketStore(bucket);
}
