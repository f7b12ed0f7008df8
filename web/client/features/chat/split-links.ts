/** A stretch of a message; the texts of all parts, one after the other, are the message again. */
export type MessagePart = { type: 'text'; text: string } | { type: 'link'; text: string; href: string };

const addresses = /https?:\/\/[^\s<>"'`]+/gi;

/** Finds web addresses. Everything else, other schemes and addresses with a user name in them too, is text. */
export function splitLinks(message: string): MessagePart[] {
  const parts: MessagePart[] = [];
  let at = 0;
  for (const { 0: found, index } of message.matchAll(addresses)) {
    const text = withoutPunctuation(found);
    const href = safeAddress(text);
    if (!href) continue;
    if (index > at) parts.push({ type: 'text', text: message.slice(at, index) });
    parts.push({ type: 'link', text, href });
    at = index + text.length;
  }
  if (at < message.length) parts.push({ type: 'text', text: message.slice(at) });
  return parts;
}

/** The address without what ends the sentence that it stands in, and a bracket that it did not open. */
function withoutPunctuation(found: string): string {
  let text = found;
  for (;;) {
    const last = text.at(-1) ?? '';
    const unopened = last === ')' && text.split('(').length < text.split(')').length;
    if (!unopened && !/[.,;:!?…\]}*_]/.test(last)) return text;
    text = text.slice(0, -1);
  }
}

function safeAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { href, protocol, username, password } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  // `https://bank.example@evil.example` leads to where nobody looks.
  return isWeb && username === '' && password === '' ? href : null;
}
