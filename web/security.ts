import type { MiddlewareHandler } from 'hono';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import { backdropAssets } from '../lib/backdrop-assets.ts';
import { ParleyError } from '../lib/errors.ts';

/**
 * Security headers on every answer. The browser may talk to us and to LiveKit, and runs no inline script. WebAssembly is
 * for the workers that hide backgrounds, whose policy comes with their own files; no page runs any.
 */
export function securityHeaders(liveKitUrl: string): MiddlewareHandler {
  const usual = headersOf(liveKitUrl, []);
  const ofBackdrops = headersOf(liveKitUrl, ["'wasm-unsafe-eval'"]);
  return (c, next) => (c.req.path.startsWith(backdropAssets) ? ofBackdrops : usual)(c, next);
}

function headersOf(liveKitUrl: string, alsoRuns: string[]): MiddlewareHandler {
  const livekit = new URL(liveKitUrl);
  const http = `${livekit.protocol.replace('ws', 'http')}//${livekit.host}`;
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", ...alsoRuns],
      formAction: ["'self'"],
      connectSrc: ["'self'", `${livekit.protocol}//${livekit.host}`, http],
      imgSrc: ["'self'", 'data:', 'blob:'],
      mediaSrc: ["'self'", 'blob:'],
      // Radix locks scrolling by a style element whose text is known only in the browser.
      styleSrc: ["'self'", NONCE],
      // Mails have their style in attributes, and the outbox shows them in a frame that inherits this policy.
      styleSrcAttr: ["'unsafe-inline'"],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    crossOriginEmbedderPolicy: false,
    permissionsPolicy: { camera: ['self'], microphone: ['self'], displayCapture: ['self'] },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
  });
}

/**
 * Refuses unsafe requests, and WebSockets, that a page of another origin started. Programs send no Origin and pass.
 */
export function requireSameOrigin(publicUrl: string | null): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    const safe = ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) && !c.req.header('upgrade');
    if (!safe && origin !== undefined) {
      const own = [c.req.url, publicUrl ?? c.req.url].map((url) => new URL(url).host);
      // A sandboxed page sends the text "null".
      if (!URL.canParse(origin) || !own.includes(new URL(origin).host))
        throw new ParleyError('forbidden', 'This request comes from another site.');
    }
    await next();
  };
}

/** For pages that only those with the link should find. */
export const forbidIndexing: MiddlewareHandler = async (c, next) => {
  c.header('X-Robots-Tag', 'noindex, nofollow, noarchive');
  await next();
};
