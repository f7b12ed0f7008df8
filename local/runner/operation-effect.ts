import type { StepRecord } from '../../db/queries/runner-steps.ts';
import type { Failure, Operation } from './answer.ts';

/** What a sleep, and a wait that nothing ended, give the function. */
const nothing = { type: 'data', data: null } as const;
const tooLate = { name: 'InngestInvokeTimeoutError', message: 'The invoked function did not end in time.' };

/** What is stored of an operation, if anything. */
export function recordOf(operation: Operation): StepRecord[] {
  const { id: stepId, name } = operation;
  switch (operation.kind) {
    case 'finished':
      return [{ stepId, name, result: operation.result }];
    case 'sleep':
      return [{ stepId, name, result: nothing, untilMs: operation.untilMs }];
    case 'wait': {
      const { event, condition, untilMs } = operation;
      return [{ stepId, name, result: nothing, untilMs, awaits: { event, condition } }];
    }
    case 'invoke':
      return [{ stepId, name, result: { type: 'error', error: tooLate }, untilMs: operation.untilMs }];
    case 'planned':
      return [{ stepId, name, result: null }];
    case 'retry':
    case 'unsupported':
      return [];
    default:
      return operation satisfies never;
  }
}

/** The first failure among operations; null when all went well. */
export function failureAmong(operations: Operation[], retryAfterMs: number | null): Failure | null {
  for (const operation of operations) {
    if (operation.kind === 'retry') {
      return { kind: 'failed', error: operation.error, retriable: true, retryAfterMs };
    }
    if (operation.kind === 'unsupported') {
      const message = `The embedded runner does not support ${operation.op} (step "${operation.name}").`;
      return finalFailure({ name: 'Unsupported', message });
    }
  }
  return null;
}

export function finalFailure(error: { name: string; message: string }): Failure {
  return { kind: 'failed', error, retriable: false, retryAfterMs: null };
}
