import { describe, expect, it } from 'vitest';
import { holds, parseCondition } from './condition.ts';

const scope = {
  event: { name: 'a/b', data: { id: 'x', n: 3, yes: true, none: null, quote: "it's" } },
  async: { data: { id: 'x', n: 4 } },
};

const check = (text: string) => {
  const condition = parseCondition(text);
  return condition && holds(condition, scope);
};

describe(holds, () => {
  it.each([
    ['event.data.id == async.data.id', true],
    ['event.data.n == async.data.n', false],
    ['event.data.n != async.data.n', true],
    ["event.data.id == 'x'", true],
    ['event.data.id == "y"', false],
    [String.raw`event.data.quote == 'it\'s'`, true],
    ['event.data.n > 2 && event.data.n <= 3', true],
    ['event.data.n >= 4 || async.data.n >= 4', true],
    ['event.data.n >= 4 || event.data.n < 3 && event.data.yes == true', false],
    ['event.data.yes == true', true],
    ["event.data.n == '3'", false],
    ["event.data.n < 'x'", false],
    ['event.data.none == null', true],
    ['event.data.missing == null', true],
    ['event.data.missing == async.data.missing', false],
    ['event.data.missing != 1', true],
    ['event.data.constructor == null', true],
  ])('%s is %s', (text, expected) => expect(check(text)).toBe(expected));
});

describe(parseCondition, () => {
  it.each([
    '',
    'event.data.n',
    'event.data.n > ',
    'event.data.n == 1 &&',
    '(event.data.n == 1)',
    'event.data.list[0] == 1',
    'size(event.data.list) > 1',
    'event.data.a + event.data.b == 3',
    'steps.a == 1',
    'event.data.n == 1; true',
  ])('refuses %j', (text) => expect(parseCondition(text)).toBeNull());
});
