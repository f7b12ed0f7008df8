import { describe, expect, it } from 'vitest';
import { createId } from '../../lib/ids.ts';
import { controlSamples, findUnsampled } from './control-samples.ts';

describe(findUnsampled, () => {
  const samples = controlSamples(createId('par'));

  it('finds a sample for every kind of control message', () => {
    expect(findUnsampled(samples)).toEqual([]);
  });

  it('names a kind without a sample, and one whose sample the schema refuses', () => {
    const { 'chat.message': _left, ...rest } = samples;
    expect(findUnsampled({ ...rest, reaction: { type: 'reaction' } })).toEqual(['chat.message', 'reaction']);
  });
});
