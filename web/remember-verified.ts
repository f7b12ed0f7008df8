interface Verified<T> {
  claims: T;
  expiresAtMs: number;
}

/** More agent jobs than one web process serves at a time; the one that was verified first is forgotten first. */
const maxRemembered = 1_000;

/**
 * Verifies a token once and remembers it until it expires: an agent sends the same one many times a second, and
 * its signature is a quarter of what storing a hundred lines costs web. What was refused is not remembered.
 */
export function rememberVerified<T>(
  verify: (token: string) => Promise<Verified<T>>,
  now: () => number = Date.now,
): (token: string) => Promise<T> {
  const known = new Map<string, Verified<T>>();
  return async (token) => {
    const remembered = known.get(token);
    if (remembered && now() < remembered.expiresAtMs) return remembered.claims;
    known.delete(token);
    const verified = await verify(token);
    known.set(token, verified);
    const [oldest] = known.keys();
    if (known.size > maxRemembered && oldest !== undefined) known.delete(oldest);
    return verified.claims;
  };
}
