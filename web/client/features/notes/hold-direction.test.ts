import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { describe, expect, it } from 'vitest';
import { HoldDirection } from './hold-direction.ts';

function held(text: string): string[] {
  const editor = new Editor({ injectCSS: false, extensions: [StarterKit, HoldDirection] });
  editor.commands.insertContent([{ type: 'text', text }]);
  const marks = [...editor.view.dom.querySelectorAll('.note-turning')].map(({ textContent }) => textContent);
  editor.destroy();
  return marks;
}

describe('HoldDirection', () => {
  it('marks what turns text, each for itself', () => {
    expect(held('pay \u202eAna\u2067\u2066 now')).toEqual(['\u202e', '\u2067', '\u2066']);
  });

  it('leaves alone what scripts and emoji are made with', () => {
    expect(held('می‌خواهم שלום\u200f! 👩‍🚀')).toEqual([]);
  });
});
