import { describe, expect, it } from 'vitest';
import { describeSaved, whyReadOnly } from './saved-state.ts';

describe(describeSaved, () => {
  it.each([
    ['synced', false, 'Saved'],
    ['synced', true, 'Saving'],
    ['offline', true, 'Offline: kept here until the connection is back'],
    ['offline', false, 'Offline'],
    ['connecting', false, 'Opening'],
    ['refused', true, 'Not saved any more'],
  ] as const)('%s, unsaved %s: %s', (status, unsaved, text) => {
    expect(describeSaved({ status, unsaved, mayWrite: true }).text).toBe(text);
  });

  it('never says that something was saved to somebody who only reads', () => {
    expect(describeSaved({ status: 'synced', unsaved: false, mayWrite: false }).text).toBe('Read only');
  });
});

describe(whyReadOnly, () => {
  it('is silent while one may write, and before the server has spoken', () => {
    expect(whyReadOnly({ mayWrite: true, reason: null })).toBeNull();
    expect(whyReadOnly({ mayWrite: false, reason: null })).toBeNull();
    expect(whyReadOnly({ mayWrite: false, reason: 'full' })).toMatch(/copy it/);
  });
});
