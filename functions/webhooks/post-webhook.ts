/** One POST to a receiver: signed, to an address that was looked at, without following where it leads. */
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { DestinationError, type Resolve, resolveDestination } from '../../lib/webhooks/destination.ts';

/** From the first look at the name to the last byte. */
const timeoutMs = 10_000;
/** Of the answer, which nobody sees: enough to let a small one end in peace. */
const maxAnswerBytes = 64 * 1024;

export interface OutgoingWebhook {
  url: string;
  /** The same each time that the same is sent; receivers drop doubles by it. */
  messageId: string;
  body: string;
  /** Newest first; one signature is made by each. */
  secrets: readonly string[];
}

/** `status` is null where there was no answer; `error` then is a sentence, else empty. */
export interface WebhookAnswer {
  status: number | null;
  error: string;
  ms: number;
}

/** Never rejects: whatever goes wrong at the other end is an answer. */
export async function postWebhook(
  webhook: OutgoingWebhook,
  { resolve, now = Date.now }: { resolve?: Resolve; now?: () => number } = {},
): Promise<WebhookAnswer> {
  const startedAt = performance.now();
  const answer = await post(webhook, new Date(now()), resolve).then(
    (status) => ({ status, error: '' }),
    (error: unknown) => ({ status: null, error: describeFailure(error) }),
  );
  return { ...answer, ms: Math.round(performance.now() - startedAt) };
}

async function post(webhook: OutgoingWebhook, at: Date, resolve?: Resolve): Promise<number> {
  const signal = AbortSignal.timeout(timeoutMs);
  const url = new URL(webhook.url);
  const aborted = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => aborted.reject(signal.reason), { once: true });
  // Names are looked up without a signal.
  const addresses = await Promise.race([resolveDestination(url, resolve), aborted.promise]);
  // Exactly what was looked at: a second look-up could find something else.
  const lookup: LookupFunction = (_hostname, { all }, done) => {
    const [first] = addresses;
    if (all || !first) done(null, addresses);
    else done(null, first.address, first.family);
  };
  const headers = { ...signatures(webhook, at), 'content-length': Buffer.byteLength(webhook.body) };
  const { promise, resolve: settle, reject } = Promise.withResolvers<number>();
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const request = send(url, { method: 'POST', headers, lookup, signal, agent: false }, (response) => {
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxAnswerBytes) response.destroy();
    });
    // The status is the whole answer: however the rest ends, it was given.
    response.on('error', () => undefined);
    response.on('close', () => settle(response.statusCode ?? 0));
  });
  request.on('error', reject);
  request.end(webhook.body);
  return promise;
}

/** The headers of github.com/standard-webhooks/standard-webhooks, with the time of this attempt. */
function signatures({ messageId, body, secrets }: OutgoingWebhook, at: Date): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Parley-Webhooks',
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(messageId, at, body)).join(' '),
  };
}

function describeFailure(error: unknown): string {
  if (error instanceof DestinationError) return error.message;
  if (!(error instanceof Error)) return 'It could not be reached.';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'It did not answer within 10 s.';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return failures[code] ?? `It could not be reached (${code}).`;
}

const failures: Record<string, string> = {
  ECONNREFUSED: 'Nothing listens at this address.',
  ECONNRESET: 'It closed the connection without an answer.',
  EHOSTUNREACH: 'Its host cannot be reached.',
  ENETUNREACH: 'Its network cannot be reached.',
  CERT_HAS_EXPIRED: 'Its certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is signed by itself.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another name.',
};
