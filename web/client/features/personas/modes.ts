import type { Persona } from '../../../../lib/messages.ts';

export const personaModes: readonly { mode: Persona['mode']; name: string; description: string }[] = [
  {
    mode: 'addressed',
    name: 'When addressed',
    description: 'Answers when somebody says its name or asks it.',
  },
  {
    mode: 'conversational',
    name: 'Takes part',
    description: 'Also answers unasked when it is alone with one person.',
  },
  { mode: 'silent', name: 'Silent', description: 'Never speaks; answers in writing when asked.' },
];

export function nameOfMode(mode: Persona['mode']): string {
  return personaModes.find((each) => each.mode === mode)?.name ?? mode;
}
