/** Loads when it is first asked for. What failed is tried again by whoever asks next. */
export function loadOnce<A extends unknown[], T>(
  load: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  let loading: Promise<T> | null = null;
  return (...args) => {
    loading ??= load(...args).catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}
