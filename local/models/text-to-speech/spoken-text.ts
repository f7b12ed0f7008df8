/** Written English as it is said aloud: numbers, dates, times, money and signs become words. */
import { wordsOfDigits, wordsOfInteger, wordsOfOrdinal, wordsOfYear } from './spoken-numbers.ts';

type Rule = [pattern: RegExp, say: (...groups: string[]) => string];

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const number = String.raw`\d{1,3}(?:,\d{3})+|\d+`;
const currencies: Record<string, [unit: string, part: string]> = {
  $: ['dollar', 'cent'],
  '€': ['euro', 'cent'],
  '£': ['pound', 'penny'],
};

/** In order: each rule sees what the ones before it left. */
const rules: Rule[] = [
  [/https?:\/\/(?:www\.)?([^\s/]+)\S*/gi, (host) => host.replaceAll('.', ' dot ')],
  [/\b([\w.]+)@([\w-]+(?:\.[\w-]+)+)/g, (name, host) => `${name} at ${host}`.replaceAll('.', ' dot ')],
  [
    /\b(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b/g,
    (year, month, day) =>
      `${months[Number(month) - 1]} ${wordsOfOrdinal(String(Number(day)))}, ${wordsOfYear(Number(year))}`,
  ],
  [/(\d)\s?([ap])\.?m\b\.?/gi, (digit, half) => `${digit} ${half.toUpperCase()}M`],
  [/\b(\d{1,2}):(\d{2})\b/g, sayTime],
  [new RegExp(`([$€£])(${number})(?:\\.(\\d{2}))?\\b`, 'g'), sayMoney],
  [new RegExp(`\\b(${number})(?:st|nd|rd|th)\\b`, 'gi'), wordsOfOrdinal],
  [
    new RegExp(`\\b(${number})\\.(\\d+)`, 'g'),
    (whole, part) => `${wordsOfInteger(whole)} point ${wordsOfDigits(part)}`,
  ],
  [/\b(1[1-9]\d\d|20\d\d)\b(?![,%])/g, (year) => wordsOfYear(Number(year))],
  [new RegExp(`\\b(${number})\\s*[-–]\\s*(?=\\d)`, 'g'), (from) => `${wordsOfInteger(from)} to `],
  [/(?<![\w])[-−](?=\d)/g, () => 'minus '],
  [new RegExp(`(${number})`, 'g'), (digits) => ` ${wordsOfInteger(digits)} `],
  [/%/g, () => ' percent '],
  [/\be\.g\.,?/gi, () => 'for example,'],
  [/\bi\.e\.,?/gi, () => 'that is,'],
  [/\betc\.?(?=\W|$)/gi, () => 'et cetera'],
  [/\bvs\.?(?=\s)/gi, () => 'versus'],
  [/\bMr\.(?=\s)/g, () => 'mister'],
  [/\bMrs\.(?=\s)/g, () => 'missis'],
  [/\bMs\.(?=\s)/g, () => 'miz'],
  [/\bDr\.(?=\s)/g, () => 'doctor'],
  [/&/g, () => ' and '],
  [/\+/g, () => ' plus '],
  [/=/g, () => ' equals '],
  [/@/g, () => ' at '],
  [/[’‘]/g, () => "'"],
  [/[—–;:]|\s-\s|\.{3}|…/g, () => ', '],
  // What is left and is not a letter, an apostrophe, or punctuation that the voice knows, is not said.
  [/[^\p{L}'\s.,!?-]+/gu, () => ' '],
];

export function spokenText(text: string): string {
  let spoken = text.normalize('NFKC');
  for (const [pattern, say] of rules) {
    spoken = spoken.replace(pattern, (_, ...groups) => say(...groups.map((group) => String(group ?? ''))));
  }
  return withoutAccents(spoken)
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[.,!?])/g, '')
    .trim();
}

function sayTime(hours: string, minutes: string): string {
  if (Number(hours) > 24 || Number(minutes) > 59)
    return `${wordsOfInteger(hours)} to ${wordsOfInteger(minutes)}`;
  const hour = wordsOfInteger(String(Number(hours)));
  if (minutes === '00') return hour;
  return `${hour} ${minutes.startsWith('0') ? 'oh ' : ''}${wordsOfInteger(String(Number(minutes)))}`;
}

function sayMoney(sign: string, whole: string, cents: string): string {
  const [unit, part] = currencies[sign] ?? ['', ''];
  const plural = (count: string, word: string) =>
    Number(count.replaceAll(',', '')) === 1 ? word : word === 'penny' ? 'pence' : `${word}s`;
  const head = `${wordsOfInteger(whole)} ${plural(whole, unit)}`;
  if (!Number(cents)) return head;
  return `${head} and ${wordsOfInteger(String(Number(cents)))} ${plural(cents, part)}`;
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
