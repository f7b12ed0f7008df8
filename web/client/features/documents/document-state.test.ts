import { describe, expect, it } from 'vitest';
import { type DocumentEvent, foldDocument, newDocument } from './document-state.ts';

const following = (...events: DocumentEvent[]) => events.reduce(foldDocument, newDocument);
const writer: DocumentEvent = { type: 'rights', rights: { type: 'rights', mayWrite: true } };

describe(foldDocument, () => {
  it('lets nobody write before the server has said so', () => {
    expect(newDocument.mayWrite).toBe(false);
    expect(following({ type: 'synced' }).mayWrite).toBe(false);
    expect(following({ type: 'synced' }, writer)).toMatchObject({
      status: 'synced',
      mayWrite: true,
      reason: null,
    });
  });

  it('keeps what is written while the connection is away, and says that it is not stored', () => {
    const away = following(writer, { type: 'synced' }, { type: 'written' }, { type: 'lost' });
    expect(away).toEqual({ status: 'offline', mayWrite: true, reason: null, unsaved: true });
    expect(foldDocument(foldDocument(away, { type: 'synced' }), { type: 'stored' })).toMatchObject({
      status: 'synced',
      unsaved: false,
    });
  });

  it('says why one only reads from now on', () => {
    const rights = { type: 'rights', mayWrite: false, reason: 'not_live' } as const;
    expect(following(writer, { type: 'rights', rights })).toMatchObject({
      mayWrite: false,
      reason: 'not_live',
    });
  });

  it('is over once it was refused', () => {
    const refused = following(
      writer,
      { type: 'synced' },
      { type: 'written' },
      { type: 'refused', reason: 'full' },
    );
    expect(refused).toEqual({ status: 'refused', mayWrite: false, reason: 'full', unsaved: true });
    for (const event of [{ type: 'synced' }, { type: 'lost' }, writer] as const) {
      expect(foldDocument(refused, event)).toBe(refused);
    }
  });
});
