import type { WebhookAnswer } from './post-webhook.ts';

/** What an answer means: taken; not wanted any more, ever; or not taken, with a sentence. */
export type Verdict = { kind: 'taken' } | { kind: 'gone' } | { kind: 'refused'; reason: string };

/** By the rules of Standard Webhooks: 2xx is taken, 410 ends the endpoint, all else is tried again. */
export function judgeAnswer({ status, error }: Pick<WebhookAnswer, 'status' | 'error'>): Verdict {
  if (status === null) return { kind: 'refused', reason: error };
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (status === 410) return { kind: 'gone' };
  if (status >= 300 && status < 400) {
    return { kind: 'refused', reason: `It leads elsewhere (${status}), and redirects are not followed.` };
  }
  return { kind: 'refused', reason: `It answered with status ${status}.` };
}
