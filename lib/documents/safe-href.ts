const allowed = ['https:', 'http:', 'mailto:'];

/**
 * Where a link in notes may lead, normalised; null for everything else. An address that hides where it leads behind a
 * user name (`https://bank.example@evil.example`) is none.
 */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > 2_000 || !URL.canParse(href)) return null;
  const url = new URL(href);
  return allowed.includes(url.protocol) && url.username === '' && url.password === '' ? url.href : null;
}
