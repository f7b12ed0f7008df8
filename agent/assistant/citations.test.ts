import { describe, expect, it } from 'vitest';
import { checkCitations, withoutHalfCitation } from './citations.ts';

const exists = ({ epoch, seq }: { epoch: number; seq: number }) => epoch === 1 && seq <= 20;

describe(checkCitations, () => {
  it('keeps lines that exist and drops those that do not', () => {
    expect(checkCitations('In March [1.13], said Ben [1.99]. [7.1][1.4]', exists)).toEqual({
      text: 'In March [1.13], said Ben.[1.4]',
      citations: [
        { epoch: 1, seq: 13 },
        { epoch: 1, seq: 4 },
      ],
    });
  });

  it('leaves other brackets and numbers alone', () => {
    const text = 'Version [1.2.3] costs [about] 1.13 [0.1 more].';
    expect(checkCitations(text, exists)).toEqual({ text, citations: [] });
  });
});

describe(withoutHalfCitation, () => {
  it('holds back a citation until it is complete', () => {
    expect(withoutHalfCitation('In March [1.')).toBe('In March');
    expect(withoutHalfCitation('In March [')).toBe('In March');
    expect(withoutHalfCitation('In March [1.13]')).toBe('In March [1.13]');
  });
});
