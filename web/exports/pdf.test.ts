import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { toPdf } from './pdf.ts';
import { hostileTexts, sampleLine, sampleMeeting } from './testing/sample-meeting.ts';

async function readPdf(pdf: Buffer): Promise<{ text: string; pages: number }> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text, totalPages } = await extractText(document, { mergePages: true });
  return { text: text.replace(/\s+/g, ' '), pages: totalPages };
}

describe(toPdf, () => {
  it('has everything that a reader looks for', async () => {
    const { text, pages } = await readPdf(await toPdf(sampleMeeting()));
    expect(pages).toBe(1);
    for (const words of [
      'Launch plan',
      'without a language model',
      'Ben, by 2026-03-06',
      '0:42 Ana: We launch',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('shows Latin, Greek and Cyrillic letters, and says when it cannot show others', async () => {
    const words = 'Käse, café, Łódź, İstanbul, Đà Nẵng, Ελληνικά, Привет, €';
    const known = await readPdf(await toPdf(sampleMeeting({ lines: [sampleLine({ text: words })] })));
    expect(known.text).toContain(words);
    expect(known.text).not.toContain('cannot be shown');
    const other = await readPdf(await toPdf(sampleMeeting({ lines: [sampleLine({ text: '会議 🎉' })] })));
    expect(other.text).toContain('Some characters cannot be shown here.');
  });

  it('prints what people said and follows none of it', async () => {
    const lines = hostileTexts.map((text, index) => sampleLine({ seq: index + 1, text }));
    const pdf = await toPdf(sampleMeeting({ lines }));
    expect(pdf.includes('/URI')).toBe(false);
    expect((await readPdf(pdf)).text).toContain('<script>alert(2)</script>');
  });

  it('holds three hours of talk', async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) =>
      sampleLine({
        seq: index + 1,
        startMs: index * 3_600,
        text: 'This is what one says in four seconds or so.',
      }),
    );
    const { pages } = await readPdf(await toPdf(sampleMeeting({ lines })));
    expect(pages).toBeGreaterThan(50);
  }, 30_000);
});
