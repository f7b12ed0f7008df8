import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { NoteLine } from '../../lib/documents/note-line.ts';
import { toDocx } from './docx.ts';
import { hostileTexts, sampleLine, sampleMeeting } from './testing/sample-meeting.ts';

/** As another program reads it: plain text, and HTML that shows headings, lists and looks. */
async function readDocx(docx: Uint8Array) {
  const input = { buffer: Buffer.from(docx) };
  const [raw, html] = [await mammoth.extractRawText(input), await mammoth.convertToHtml(input)];
  return { text: raw.value, html: html.value, problems: [...raw.messages, ...html.messages] };
}

describe(toDocx, { timeout: 30_000 }, () => {
  it('has everything that a reader looks for, as headings, lists and text', async () => {
    const { text, html } = await readDocx(await toDocx(sampleMeeting()));
    for (const words of [
      'Launch plan',
      'without a language model',
      'Ben, by 2026-03-06',
      '0:42  Ana: We launch',
    ]) {
      expect(text).toContain(words);
    }
    for (const heading of ['Summary', 'Tasks', 'Transcript']) expect(html).toContain(`<h1>${heading}</h1>`);
    expect(html).toMatch(/<ul><li>/);
    expect(html).toContain('<strong>Ana: </strong>');
  });

  it('has the notes that people wrote together, with their looks and links', async () => {
    const notes: NoteLine[] = [
      { kind: 'heading', level: 1, ordinal: 0, spans: [{ text: 'Plan' }] },
      { kind: 'bullet', level: 1, ordinal: 0, spans: [{ text: 'Call ' }, { text: 'Ben', bold: true }] },
      { kind: 'bullet', level: 12, ordinal: 0, spans: [{ text: 'deep' }] },
      { kind: 'number', level: 1, ordinal: 3, spans: [{ text: 'old', strike: true }] },
      {
        kind: 'quote',
        level: 0,
        ordinal: 0,
        spans: [{ text: 'We launch' }, { text: '\n' }, { text: 'in March' }],
      },
      { kind: 'text', level: 0, ordinal: 0, spans: [{ text: 'plan', href: 'https://example.org/plan' }] },
    ];
    const { html } = await readDocx(await toDocx(sampleMeeting({ notes })));
    expect(html).toContain('<h1>Notes</h1><h2>Plan</h2>');
    expect(html).toContain('<li>Call <strong>Ben</strong></li>');
    expect(html).toContain('deep');
    expect(html).toContain('<p>3. <s>old</s></p>');
    expect(html).toContain('<p><em>We launch</em><br /><em>in March</em></p>');
    expect(html).toContain('<a href="https://example.org/plan">plan</a>');
  });

  it('shows any letters', async () => {
    const words = 'Käse, İstanbul, Привет, 会議, مرحبا, 🎉';
    const { text } = await readDocx(await toDocx(sampleMeeting({ lines: [sampleLine({ text: words })] })));
    expect(text).toContain(words);
  });

  it('holds what people said as text, and stays readable with characters that XML cannot hold', async () => {
    const texts = [...hostileTexts, 'a\u0000b\u0008c\ud800d\uffffe'];
    const lines = texts.map((text, index) => sampleLine({ seq: index + 1, text }));
    const { text, html } = await readDocx(await toDocx(sampleMeeting({ lines })));
    expect(text).toContain('<script>alert(2)</script>');
    expect(html).not.toMatch(/<script|<a |<img/);
    expect(text).toContain('abc\ufffdde');
  });

  it('holds three hours of talk', async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) =>
      sampleLine({
        seq: index + 1,
        startMs: index * 3_600,
        text: `Sentence ${index}, of four seconds or so.`,
      }),
    );
    const docx = await toDocx(sampleMeeting({ lines }));
    expect((await readDocx(docx)).text).toContain('Sentence 2999, of four seconds or so.');
  });
});
