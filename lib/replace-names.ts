/** Takes names and addresses of a person out of what is kept, where they stand for the person and nowhere else. */
import { isTellingName } from './telling-names.ts';

/** What a text is: sentences, sentences between tags, or a field for a name. */
type TextKind = 'prose' | 'html' | 'name';

/** Where texts stand in a value; what it does not mention (ids, days, links) stays as it is. Lists are like their items. */
export type Texts = TextKind | { readonly [key: string]: Texts };

export interface Forgotten {
  names: readonly string[];
  addresses: readonly string[];
  /** Names of others, in which one of `names` may occur: `Ana Berg` stays, whoever `Ana` is. */
  others: readonly string[];
  replacement: string;
}

/**
 * Replaces a person in the texts of a value. Addresses everywhere; a field that is one of the names, in whatever case;
 * in sentences only whole words, written exactly so or all in capitals, of names that `isTellingName`.
 */
export function replaceNames<T>(value: T, texts: Texts, forgotten: Forgotten): T {
  const { names, replacement } = forgotten;
  const addresses = addressPattern(forgotten.addresses);
  const inProse = nameReplacer(forgotten, (name) => name);
  const inHtml = nameReplacer(forgotten, escapeHtml);
  const fields = new Set(names.map(foldName).filter(Boolean));
  const change: Record<TextKind, (text: string) => string> = {
    prose: inProse,
    html: inHtml,
    name: (text) => (fields.has(foldName(text)) ? replacement : inProse(text)),
  };
  return changeTexts(value, texts, (text, kind) => change[kind](text.replace(addresses, () => replacement)));
}

function changeTexts<T>(value: T, texts: Texts, change: (text: string, kind: TextKind) => string): T {
  if (Array.isArray(value)) return value.map((each) => changeTexts(each, texts, change)) as T;
  if (typeof texts === 'string') return (typeof value === 'string' ? change(value, texts) : value) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, each]) => {
    const inside = Object.hasOwn(texts, key) ? texts[key] : undefined;
    return [key, inside === undefined ? each : changeTexts(each, inside, change)];
  });
  return Object.fromEntries(entries) as T;
}

const spaced = (name: string) => name.trim().replace(/\s+/g, ' ');
const foldName = (name: string) => spaced(name).toLowerCase();

/** Whole addresses: `ana@x.test` is neither `joe.ana@x.test` nor `ana@x.test.example`. */
function addressPattern(addresses: readonly string[]): RegExp {
  const forms = addresses.flatMap((address) => [address, escapeHtml(address)]).map(RegExp.escape);
  return new RegExp(
    `(?<![\\p{L}\\p{N}._+-])(?:${oneOf(forms)})(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`,
    'giu',
  );
}

/** What is matched and left: tags, links, longer names of others. */
const links = 'https?://[^\\s<>]+';
const tags = '<[^>]*>';
const notAfterWord = "(?<![\\p{L}\\p{M}\\p{N}_](?:[-'’]|&#x27;)?)";
const notBeforeWord = '(?!-?[\\p{L}\\p{M}\\p{N}_]|[@=])';
/** React sets `<!-- -->` between two texts. */
const withinSentence = '(?<=\\p{L}(?:<!-- -->|[^\\p{L}.!?…:\\n\\r<>])*)';

function nameReplacer(
  { names, others, replacement }: Forgotten,
  write: (name: string) => string,
): (text: string) => string {
  const own = new Set(names.map(spaced).filter(isTellingName).flatMap(inCapitalsToo).map(write));
  const longer = others
    .map((name) => write(spaced(name)))
    .filter((name) => [...own].some((each) => name.includes(each)));
  const forms = [...new Set([...own, ...longer])]
    // Of two that begin alike the longer one is meant.
    .toSorted((a, b) => b.length - a.length)
    .map((form) => (own.has(form) && !form.includes(' ') ? withinSentence : '') + spacedAnyhow(form));
  const skipped = write === escapeHtml ? [tags, links] : [links];
  const pattern = new RegExp(
    [...skipped, `${notAfterWord}(?:${oneOf(forms)})${notBeforeWord}`].join('|'),
    'gu',
  );
  return (text) => text.replace(pattern, (match) => (own.has(spaced(match)) ? replacement : match));
}

/** The plain text of a mail has its headings in capitals. */
const inCapitalsToo = (name: string) => (name.includes(' ') ? [name, name.toUpperCase()] : [name]);

const spacedAnyhow = (form: string) => form.split(' ').map(RegExp.escape).join('\\s+');

/** Matches nothing where there are none. */
const oneOf = (forms: readonly string[]) => (forms.length === 0 ? '(?!)' : forms.join('|'));

/** As React writes text. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');
}
