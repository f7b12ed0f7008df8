import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newDocument } from './document-state.ts';
import type { OpenDocument } from './open-document.ts';
import { createSharedDocuments } from './shared-documents.ts';

function fakeDocument() {
  const state = { ...newDocument, mayWrite: true };
  const close = vi.fn();
  return { state, close, document: { getState: () => state, close } as unknown as OpenDocument };
}

describe(createSharedDocuments, () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('opens a document once for all who use it', () => {
    const open = vi.fn(() => fakeDocument().document);
    const documents = createSharedDocuments(open);
    expect(documents.use('a', 't')).toBe(documents.use('a', 't'));
    documents.use('b', 't');
    expect(open.mock.calls).toEqual([
      ['a', 't'],
      ['b', 't'],
    ]);
  });

  it('closes it some time after the last has gone, unless one comes back', () => {
    const { document, close } = fakeDocument();
    const documents = createSharedDocuments(() => document);
    documents.use('a', '');
    documents.use('a', '');
    documents.release('a');
    vi.advanceTimersByTime(60_000);
    documents.release('a');
    vi.advanceTimersByTime(1_000);
    documents.use('a', '');
    vi.advanceTimersByTime(60_000);
    expect(close).not.toHaveBeenCalled();
    documents.release('a');
    vi.advanceTimersByTime(60_000);
    expect(close).toHaveBeenCalledOnce();
  });

  it('keeps what is not stored yet until it is', () => {
    const { document, close, state } = fakeDocument();
    const documents = createSharedDocuments(() => document);
    documents.use('a', '');
    state.unsaved = true;
    documents.release('a');
    vi.advanceTimersByTime(60_000);
    expect(close).not.toHaveBeenCalled();
    state.unsaved = false;
    vi.advanceTimersByTime(10_000);
    expect(close).toHaveBeenCalledOnce();
  });

  it('does not wait for what its writer may not write any more', () => {
    const { document, close, state } = fakeDocument();
    const documents = createSharedDocuments(() => document);
    documents.use('a', '');
    state.unsaved = true;
    state.mayWrite = false;
    documents.release('a');
    vi.advanceTimersByTime(10_000);
    expect(close).toHaveBeenCalledOnce();
  });
});
