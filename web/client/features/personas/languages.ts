const offered = ['en', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'sv', 'tr', 'uk', 'zh'];

/** Languages to choose from, under their own names, with the one that is chosen already. */
export function spokenLanguages(chosen: string): { value: string; label: string }[] {
  const tags = offered.includes(chosen) ? offered : [chosen, ...offered];
  return tags.map((value) => ({ value, label: nameOf(value) }));
}

function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
