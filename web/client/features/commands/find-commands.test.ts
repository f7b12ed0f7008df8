import { describe, expect, test } from 'vitest';
import type { Command } from './command.ts';
import { findCommands } from './find-commands.ts';

const command = (group: string, label: string, words = ''): Command => ({
  id: label,
  label,
  words,
  group,
  icon: 'more',
  run() {},
});
const commands = [
  command('You', 'Turn off microphone', 'mute'),
  command('You', 'Raise hand'),
  command('Meeting', 'Devices', 'choose microphone camera'),
  command('Meeting', 'Mute the voice of Ánna'),
];
const found = (words: string) =>
  findCommands(commands, words).map(({ name, commands: group }) => [name, group.map(({ label }) => label)]);

describe(findCommands, () => {
  test('gives everything in order for no words', () => {
    expect(found('')).toEqual([
      ['You', ['Turn off microphone', 'Raise hand']],
      ['Meeting', ['Devices', 'Mute the voice of Ánna']],
    ]);
  });

  test('gives what is called so before what has to do with it', () => {
    expect(found('mute')).toEqual([
      ['Meeting', ['Mute the voice of Ánna']],
      ['You', ['Turn off microphone']],
    ]);
    expect(found('micro')).toEqual([
      ['You', ['Turn off microphone']],
      ['Meeting', ['Devices']],
    ]);
  });

  test('takes beginnings of words in any order, without regard to accents', () => {
    expect(found('anna mut')).toEqual([['Meeting', ['Mute the voice of Ánna']]]);
    expect(found('mic tu')).toEqual([['You', ['Turn off microphone']]]);
  });

  test('gives nothing for other words, also when one of them fits', () => {
    expect(found('raise money')).toEqual([]);
    expect(found('icrophone')).toEqual([]);
  });
});
