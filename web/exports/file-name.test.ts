import { describe, expect, it } from 'vitest';
import { attachmentHeader, fileNameOf } from './file-name.ts';
import { sampleMeeting } from './testing/sample-meeting.ts';

const named = (title: string) => {
  const sample = sampleMeeting();
  return fileNameOf({ ...sample, meeting: { ...sample.meeting, title } }, 'md');
};

describe(fileNameOf, () => {
  it('has the day and the title', () => {
    expect(named('Launch plan')).toBe('2026-03-03 Launch plan.md');
  });

  it.each([
    ['../../etc/passwd', '2026-03-03 .. .. etc passwd.md'],
    ['a"b\r\nSet-Cookie: x=1', '2026-03-03 a b Set-Cookie x=1.md'],
    ['Füße 100% \u202egnp', '2026-03-03 Füße 100 gnp.md'],
    ['...', '2026-03-03.md'],
  ])('holds nothing that a file system or a header minds: %j', (title, name) => {
    expect(named(title)).toBe(name);
  });

  it('is never too long', () => {
    expect(named('𝒳'.repeat(500)).length).toBeLessThan(255);
  });
});

describe(attachmentHeader, () => {
  it('has every letter for new browsers, and ASCII for others', () => {
    expect(attachmentHeader("Füße (it's).md")).toBe(
      "attachment; filename=\"F__e (it's).md\"; filename*=UTF-8''F%C3%BC%C3%9Fe%20%28it%27s%29.md",
    );
  });
});
