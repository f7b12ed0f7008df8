import { describe, expect, it } from 'vitest';
import { replaceNames, type Texts } from './replace-names.ts';

const replace = <T>(
  value: T,
  names: string | string[],
  { as = 'prose', others = [], addresses = [] }: { as?: Texts; others?: string[]; addresses?: string[] } = {},
) => replaceNames(value, as, { names: [names].flat(), addresses, others, replacement: 'Someone' });

describe(replaceNames, () => {
  it('replaces a name in the texts of a value and changes nothing else', () => {
    const value = {
      overview: 'Zoltan Quist agrees.\nZoltan Quist: yes',
      lines: [{ epoch: 1, by: 'Zoltan Quist' }],
      tasks: [{ text: 'Zoltan Quist reads', owner: 'zoltan  QUIST', due: null }],
    };
    expect(
      replace(value, 'Zoltan Quist', { as: { overview: 'prose', tasks: { text: 'prose', owner: 'name' } } }),
    ).toEqual({
      ...value,
      overview: 'Someone agrees.\nSomeone: yes',
      tasks: [{ text: 'Someone reads', owner: 'Someone', due: null }],
    });
  });

  it.each(['May', 'Will', 'Mark', 'Grant', 'April', 'https', '03', 'p', 'mtg', 'Bo', 'the budget', '03 13'])(
    'leaves the words of others where somebody is called %s',
    (name) => {
      const text =
        'On 2026-03-13 Olga may, in May or April, mark what they will Grant Mark. Will she? See https://x.test/mtg/May, p 3: Bo cuts the budget of 03 13.';
      expect(replace(text, name)).toBe(text);
      expect(replace(name, name, { as: 'name' })).toBe('Someone');
    },
  );

  it('takes a single word for a name only within a sentence', () => {
    const text = 'Olga asked Zoltan (and Zoltan’s team). Zoltan agrees: Zoltan\nZoltan goes, zoltan';
    expect(replace(text, 'Zoltan')).toBe(
      'Olga asked Someone (and Someone’s team). Zoltan agrees: Zoltan\nZoltan goes, zoltan',
    );
  });

  it('knows a full name with other spaces, and in the capitals of a heading', () => {
    expect(replace('Zoltan\n  Quist and ZOLTAN QUIST, not zoltan quist', 'Zoltan Quist')).toBe(
      'Someone and Someone, not zoltan quist',
    );
    for (const name of ['Mark Grant', 'Vincent van Gogh', 'maria lopez', '王 小明', 'Zoltan Quist 2']) {
      expect(replace(`Hello ${name}!`, name)).toBe('Hello Someone!');
    }
  });

  it('leaves longer words, links, and the names of others', () => {
    const text =
      'met Zoltanka, Jean-Zoltan, Zoltan-Ede, O’Zoltan, Zoltan2, Zoltan@x.test, https://x.test/a,Zoltan';
    expect(replace(text, 'Zoltan')).toBe(text);
    const others = ['Zoltan Berg', 'Olga'];
    expect(replace('With Zoltan Berg and Zoltan', 'Zoltan', { others })).toBe('With Zoltan Berg and Someone');
  });

  it('takes marks in a name as they are, and names that begin or end with one', () => {
    expect(replace('I am (Dr.) Bob+ Q. now', '(Dr.) Bob+ Q.')).toBe('I am Someone now');
    expect(replace('With Zoltan Quist and Zoltan', ['Zoltan', 'Zoltan Quist'])).toBe(
      'With Someone and Someone',
    );
  });

  it('changes HTML only between its tags, where it is escaped', () => {
    const html = (name: string) =>
      `<p title="Sean O&#x27;Hara">With ${name} &amp; <!-- -->${name}<a href="https://x.test/Sean O&#x27;Hara">x</a></p>`;
    expect(replace(html('Sean O&#x27;Hara'), "Sean O'Hara", { as: 'html' })).toBe(html('Someone'));
    const marked = '<p>With <!-- -->Zoltan<!-- --> and <b class="Zoltan">Olga</b></p>';
    expect(replace(marked, 'Zoltan', { as: 'html' })).toBe(
      '<p>With <!-- -->Someone<!-- --> and <b class="Zoltan">Olga</b></p>',
    );
  });

  it('replaces whole addresses everywhere, in whatever case', () => {
    const addresses = ['ana@x.test'];
    expect(replace('Ana@x.test, ana@x.test. joe.ana@x.test ana@x.test.example', 'May', { addresses })).toBe(
      'Someone, Someone. joe.ana@x.test ana@x.test.example',
    );
    expect(replace('<a href="mailto:ana@x.test">ana@x.test</a>', [], { as: 'html', addresses })).toBe(
      '<a href="mailto:Someone">Someone</a>',
    );
  });

  it('does nothing for an empty name', () => {
    expect(replace('a  b', [' ', ''])).toBe('a  b');
    expect(replace('', ' ', { as: 'name' })).toBe('');
  });
});
