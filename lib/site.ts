import type { Config } from './config.ts';

/** Origin of the pages, as people type it. */
export function siteOf({ web }: Pick<Config, 'web'>): string {
  return new URL(web.publicUrl ?? `http://${web.host}:${web.port}`).origin;
}

/** Whether cookies are `Secure`: always, except on loopback without TLS. */
export function isSecureSite(config: Pick<Config, 'web'>): boolean {
  const { protocol, hostname } = new URL(siteOf(config));
  return protocol === 'https:' || !isLoopback(hostname);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
