/**
 * Keeps this process alive where the driver of Postgres throws out of anybody's reach: it writes to a socket that has
 * closed (porsager/postgres#1208), or loses the connection while it reads the types of arrays, which it does by itself
 * and unasked. A process of its own ends by that; a life that is stopped in here has ended anyway.
 */
export function outliveDriver(): Disposable {
  const onError = (error: unknown) => {
    if (!isDrivers(error)) throw error;
  };
  process.on('uncaughtException', onError);
  return { [Symbol.dispose]: () => void process.off('uncaughtException', onError) };
}

function isDrivers(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const readsTypes = 'query' in error && String(error.query).includes('pg_catalog.pg_type');
  return readsTypes || (error instanceof TypeError && error.stack?.includes('nextWrite') === true);
}
