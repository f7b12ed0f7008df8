/** What the address of the search page says: `/search?q=budget&speaker=Ana`. */
export interface SearchAddress {
  q?: string;
  speaker?: string;
  from?: string;
  to?: string;
  /** The tab with questions. */
  ask?: true;
}

/** Only what is not empty, so that the address stays short. */
export function readSearchAddress(search: Record<string, unknown>): SearchAddress {
  const text = (name: 'q' | 'speaker' | 'from' | 'to') => {
    const value = search[name];
    const words = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return words === '' ? {} : { [name]: words };
  };
  const ask = search.ask === true || search.ask === 'true' ? { ask: true as const } : {};
  return { ...text('q'), ...text('speaker'), ...text('from'), ...text('to'), ...ask };
}
