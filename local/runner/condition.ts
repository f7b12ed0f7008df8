/**
 * Conditions on events, as functions write them in `if` and as the SDK writes them for `match`: the part of CEL that
 * compares paths and literals, joined by `&&` and `||`. Anything else is refused, never guessed.
 */

/** What the names in a path stand for; `async` is the event that a step waits for. */
export interface Scope {
  event: unknown;
  async?: unknown;
}

type Operand = { path: string[] } | { literal: string | number | boolean | null };
type Comparator = '==' | '!=' | '<' | '<=' | '>' | '>=';

interface Comparison {
  left: Operand;
  comparator: Comparator;
  right: Operand;
}

/** Any of these, each of which is a list that must hold as a whole. */
export type Condition = Comparison[][];

const comparator = /==|!=|<=|>=|<|>/;
const operand = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|[A-Za-z_]\w*(?:\.\w+)*/;
const comparison = new RegExp(
  `\\s*(${operand.source})\\s*(${comparator.source})\\s*(${operand.source})\\s*(&&|\\|\\||$)`,
  'y',
);

/** Null when the text is not of the part of CEL that is understood. */
export function parseCondition(text: string): Condition | null {
  const condition: Condition = [[]];
  comparison.lastIndex = 0;
  for (;;) {
    const [, left, sign, right, joint] = comparison.exec(text) ?? [];
    if (left === undefined || sign === undefined || right === undefined) return null;
    const operands = [readOperand(left), readOperand(right)] as const;
    if (operands[0] === null || operands[1] === null) return null;
    condition.at(-1)?.push({ left: operands[0], comparator: sign as Comparator, right: operands[1] });
    if (joint === '') return condition;
    if (joint === '||') condition.push([]);
  }
}

function readOperand(text: string): Operand | null {
  if (/^['"]/.test(text)) return { literal: text.slice(1, -1).replace(/\\(.)/g, '$1') };
  if (/^[-\d]/.test(text)) return { literal: Number(text) };
  if (text === 'true' || text === 'false') return { literal: text === 'true' };
  if (text === 'null') return { literal: null };
  const [root = '', ...rest] = text.split('.');
  return rest.length > 0 && ['event', 'async'].includes(root) ? { path: [root, ...rest] } : null;
}

export function holds(condition: Condition, scope: Scope): boolean {
  return condition.some((all) => all.every((each) => isTrue(each, scope)));
}

/** A path that leads nowhere equals `null` alone: two events without a field do not match by it. */
function isTrue({ left, comparator: sign, right }: Comparison, scope: Scope): boolean {
  const [a, b] = [readSide(left, scope), readSide(right, scope)];
  const isMissing = a === undefined || b === undefined;
  const isEqual = isMissing ? a === null || b === null : a === b;
  if (sign === '==') return isEqual;
  if (sign === '!=') return !isEqual;
  const isOrdered =
    (typeof a === 'number' && typeof b === 'number') || (typeof a === 'string' && typeof b === 'string');
  if (!isOrdered) return false;
  if (sign === '<') return a < b;
  if (sign === '<=') return a <= b;
  return sign === '>' ? a > b : a >= b;
}

function readSide(side: Operand, scope: Scope): unknown {
  return 'literal' in side ? side.literal : valueAt(scope, side.path);
}

/** What a path leads to; undefined when it leads nowhere. */
export function valueAt(from: unknown, path: string[]): unknown {
  return path.reduce(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    from,
  );
}
