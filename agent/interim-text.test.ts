import { describe, expect, it } from 'vitest';
import { steadyText } from './interim-text.ts';

describe(steadyText, () => {
  it('holds back the last word of a first run, which may be half spoken', () => {
    expect(steadyText(null, 'Good morning ever')).toBe('Good morning');
  });

  it('shows nothing after one single word', () => {
    expect(steadyText(null, 'Good')).toBe('');
  });

  it('shows all of a run that agrees with the one before', () => {
    expect(steadyText('Good morning', 'Good morning,')).toBe('Good morning,');
    expect(steadyText('Agreed', 'Agreed.')).toBe('Agreed.');
  });

  it('holds back only the newest word where the runs differ', () => {
    expect(steadyText('Good morning ever', 'Good morning everyone and')).toBe('Good morning everyone');
  });
});
