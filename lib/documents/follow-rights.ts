import type { HocuspocusProvider } from '@hocuspocus/provider';
import { type DocumentRights, documentRightsSchema } from './document-messages.ts';

/**
 * What web tells of somebody's rights, read from a stateless message. To who may write again it sends all that is not
 * stored: what was refused meanwhile is still in their document, and everything written later builds on it.
 */
export function followRights(
  provider: HocuspocusProvider,
  { before, payload }: { before: DocumentRights | undefined; payload: string },
): DocumentRights {
  const rights = documentRightsSchema.parse(JSON.parse(payload));
  if (rights.mayWrite && before?.mayWrite === false && provider.hasUnsyncedChanges) provider.forceSync();
  return rights;
}
