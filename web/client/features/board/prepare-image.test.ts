import { describe, expect, test } from 'vitest';
import { imageLimits, imageProblems } from '../../../../lib/board-messages.ts';
import { whyNoImage } from './prepare-image.ts';

describe(whyNoImage, () => {
  test('takes pictures of cameras and screens, and says why it takes nothing else', () => {
    expect(whyNoImage({ type: 'image/png', size: imageLimits.bytes })).toBeNull();
    expect(whyNoImage({ type: 'image/svg+xml', size: 10 })).toBe(imageProblems.type);
    expect(whyNoImage({ type: 'image/jpeg', size: 50 * 1024 * 1024 })).toBe(imageProblems.size);
  });
});
