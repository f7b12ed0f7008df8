import pino, { type DestinationStream, type Logger } from 'pino';
import { logError } from './log-error.ts';

export type { Logger } from 'pino';

/**
 * A JSON logger for one process. Whatever a person said, typed or is called belongs under the key `pii`,
 * which never reaches the output. Writes to standard output unless `destination` is given.
 */
export function createLogger(part: string, level = 'info', destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { part, pid: process.pid },
    redact: { paths: ['pii', '*.pii', 'token', '*.token', 'authorization', '*.authorization'], remove: true },
    serializers: { err: logError },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(options, destination) : pino(options);
}
