import pino, { type Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * A JSON logger for one process. Whatever a person said, typed or is called belongs under the key `pii`,
 * which never reaches the output.
 */
export function createLogger(part: string, level = 'info'): Logger {
  return pino({
    level,
    base: { part, pid: process.pid },
    redact: { paths: ['pii', '*.pii', 'token', '*.token', 'authorization', '*.authorization'], remove: true },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
