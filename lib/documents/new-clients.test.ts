import { describe, expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, mergeUpdates } from 'yjs';
import { newClients } from './new-clients.ts';

function writer(clientID: number, text: string, from?: Doc): Doc {
  const doc = new Doc();
  doc.clientID = clientID;
  if (from) applyUpdate(doc, encodeStateAsUpdate(from));
  doc.getText('text').insert(0, text);
  return doc;
}

describe(newClients, () => {
  it('finds under whose ids there is something new', () => {
    const known = writer(1, 'known');
    const ahead = writer(2, 'more', known);
    expect(newClients(known, encodeStateAsUpdate(ahead))).toEqual(new Set([2]));
    expect(newClients(new Doc(), encodeStateAsUpdate(ahead))).toEqual(new Set([1, 2]));
  });

  it('finds none in what is known, in a deletion, and in an answer to somebody who has all', () => {
    const known = writer(1, 'known');
    const other = writer(2, '', known);
    const before = encodeStateVector(other);
    other.getText('text').delete(0, 3);
    expect(newClients(known, encodeStateAsUpdate(known))).toEqual(new Set());
    expect(newClients(known, encodeStateAsUpdate(other, before))).toEqual(new Set());
  });

  it('finds what is sent ahead of what is missing', () => {
    const whole = writer(1, 'a');
    const start = encodeStateAsUpdate(whole);
    const at = encodeStateVector(whole);
    whole.getText('text').insert(1, 'b');
    const rest = encodeStateAsUpdate(whole, at);
    expect(newClients(new Doc(), rest)).toEqual(new Set([1]));
    expect(newClients(whole, mergeUpdates([rest, start]))).toEqual(new Set());
  });
});
