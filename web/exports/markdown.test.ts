import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from './markdown.ts';
import { hostileTexts, sampleLine, sampleMeeting } from './testing/sample-meeting.ts';

describe(toMarkdown, () => {
  it('has everything that a reader looks for, with the times that it comes from', () => {
    expect(toMarkdown(sampleMeeting())).toBe(`# Launch plan

Tuesday, 3 March 2026 at 09:30 CET, 45 min  
With Ana  
AI participant: Nova

## Summary

*Put together by rules from what was said, without a language model.*

The launch has a date.

## Decisions

- Launch on Friday. [0:42]

## Tasks

- [x] Write the post (Ben, by 2026-03-06) [0:42]

## Topics

- **Launch:** When it is. [0:42]

## Open questions

- Who writes the post? [0:42]

## Numbers

- 3 weeks of tests [0:42]

## Polls

- Which day? Friday 2 (Ana, Ben), Monday 0 (asked by Ana, 2 voted)

## Notes

- Launch checklist

## Transcript

0:42 **Ana:** We launch on Friday.

1:00 *Off the record until 1:10.*

## Chat

1:05 **Ben:** The draft is in the folder.
`);
  });

  it('says so in place of a summary when there is nothing', () => {
    const markdown = toMarkdown(
      sampleMeeting({
        summary: null,
        tasks: [],
        decisions: [],
        lines: [],
        gaps: [],
        chat: [],
        polls: [],
        notes: [],
      }),
    );
    expect(markdown).toBe(`# Launch plan

Tuesday, 3 March 2026 at 09:30 CET, 45 min  
With Ana  
AI participant: Nova
`);
  });

  it('lets nobody who speaks add a link, an image, HTML or a heading', () => {
    const record = sampleMeeting({
      lines: hostileTexts.map((text, index) => sampleLine({ seq: index + 1, speaker: text, text })),
      polls: hostileTexts.map((text) => ({
        ...{ question: text, asker: text, atMs: 0, multiple: false, anonymous: true, voted: 0 },
        choices: [{ text, votes: 0, voters: [text] }],
      })),
      tasks: hostileTexts.map((text) => ({ text, owner: text, due: null, done: false, lines: [] })),
    });
    const kinds: string[] = [];
    const visit = (token: Token) => {
      kinds.push(token.type);
      if ('tokens' in token) token.tokens?.forEach(visit);
      if (token.type === 'list') for (const item of token.items) visit(item);
    };
    marked.lexer(toMarkdown(record), { gfm: true }).forEach(visit);
    expect(
      kinds.filter((kind) => ['link', 'image', 'html', 'code', 'codespan', 'table', 'hr'].includes(kind)),
    ).toEqual([]);
    expect(kinds.filter((kind) => kind === 'heading')).toHaveLength(11);
  });
});
