/** An error as it may stand in a log: what failed and where, without the values that it failed with. */

export interface LoggedError {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: LoggedError;
}

const deepest = 5;

/**
 * Queries keep their text and lose their parameters; a parser's or Postgres' quotation of the input goes, as does
 * every field that a library has added. Anything that is not an error is named by its type only.
 */
export function logError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: messageOf(error),
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    ...(error.stack ? { stack: framesOf(error.stack) } : {}),
    ...(error.cause === undefined || depth >= deepest ? {} : { cause: logError(error.cause, depth + 1) }),
  };
}

function messageOf(error: Error): string {
  // Drizzle puts every parameter behind the query.
  if ('query' in error && typeof error.query === 'string') return `Failed query: ${error.query}`;
  // "Unexpected token 'W', "What she s"... is not valid JSON"
  if (error instanceof SyntaxError) return 'The text cannot be parsed.';
  // "invalid input syntax for type integer: "What she said""
  if ('severity' in error) return error.message.replace(/: ".*$/s, '');
  return error.message;
}

/** The lines of the stack below the message, which stands in its first lines. */
function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
