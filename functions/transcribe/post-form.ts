/** `fetch` gives up after five minutes without an answer, and cannot be told otherwise: this waits as long as it takes. */
import { type IncomingHttpHeaders, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { text as readText } from 'node:stream/consumers';

export interface FormAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Rejects when the server cannot be reached, ends the connection, or the signal comes first. */
export async function postForm(
  url: string,
  options: { form: FormData; signal: AbortSignal; headers?: Record<string, string> },
): Promise<FormAnswer> {
  const encoded = new Response(options.form);
  const body = Buffer.from(await encoded.arrayBuffer());
  const headers = {
    ...options.headers,
    'content-type': encoded.headers.get('content-type') ?? '',
    'content-length': String(body.length),
  };
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, signal: options.signal }, (answer) => {
      readText(answer).then(
        (text) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
        reject,
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
