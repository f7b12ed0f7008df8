/** What every mail looks like. Templates are `.ts`: Node runs them as they are, and it cannot strip JSX. */
import { Body, Button, Container, Head, Heading, Html, Link, Preview, Text } from '@react-email/components';
import { createElement as h, type ReactNode } from 'react';

const font = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const styles = {
  body: { backgroundColor: '#f5f6f4', fontFamily: font, color: '#17201d', margin: 0, padding: '32px 12px' },
  card: {
    backgroundColor: '#ffffff',
    border: '1px solid #dbe0dc',
    borderRadius: '16px',
    maxWidth: '520px',
    padding: '28px 32px',
  },
  brand: { color: '#0f766e', fontSize: '15px', fontWeight: 600, margin: '0 0 20px' },
  heading: { fontSize: '22px', lineHeight: '28px', fontWeight: 600, margin: '0 0 12px' },
  subheading: { fontSize: '15px', lineHeight: '21px', fontWeight: 600, margin: '20px 0 6px' },
  list: { margin: '0 0 14px', paddingLeft: '20px' },
  item: { fontSize: '15px', lineHeight: '23px', margin: '0 0 4px' },
  text: { fontSize: '15px', lineHeight: '23px', margin: '0 0 14px' },
  faint: { fontSize: '13px', lineHeight: '19px', color: '#66726d', margin: '18px 0 0' },
  button: {
    backgroundColor: '#0f766e',
    borderRadius: '10px',
    color: '#ffffff',
    display: 'inline-block',
    fontSize: '15px',
    fontWeight: 600,
    padding: '12px 22px',
    textDecoration: 'none',
  },
  link: { color: '#0f766e', wordBreak: 'break-word' },
} as const;

/** A whole mail. `preview` is what a mailbox shows beside the subject. */
export function mailFrame(preview: string, heading: string, ...children: ReactNode[]) {
  return h(
    Html,
    { lang: 'en' },
    h(Head),
    h(Preview, null, preview),
    h(
      Body,
      { style: styles.body },
      h(
        Container,
        { style: styles.card },
        h(Text, { style: styles.brand }, 'Parley'),
        h(Heading, { as: 'h1', style: styles.heading }, heading),
        ...children,
      ),
    ),
  );
}

export const subheading = (text: string) => h(Heading, { as: 'h2', style: styles.subheading }, text);
export const itemList = (items: readonly ReactNode[]) =>
  h('ul', { style: styles.list }, ...items.map((item) => h('li', { style: styles.item }, item)));
export const paragraph = (...children: ReactNode[]) => h(Text, { style: styles.text }, ...children);
export const smallPrint = (...children: ReactNode[]) => h(Text, { style: styles.faint }, ...children);
export const button = (label: string, href: string) => h(Button, { href, style: styles.button }, label);
export const link = (href: string, label = href) => h(Link, { href, style: styles.link }, label);
