import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { effectTools, findEffectTool } from './registry.ts';

const folder = new URL('.', import.meta.url);

describe('the registry of tools', () => {
  it('lists the tool of every file in its folder', async () => {
    const files = (await readdir(folder)).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
    );
    const sources = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
    const defined = sources.flatMap((source) => /^ {2}name: '(\w+)',$/m.exec(source)?.[1] ?? []);
    expect(effectTools.map(({ name }) => name).sort()).toEqual(defined.sort());
  });

  it('shows a person every argument of a tool', () => {
    for (const tool of effectTools) {
      const schema = z.toJSONSchema(tool.arguments);
      expect(tool.fields.map(({ key }) => key)).toEqual(Object.keys(schema.properties ?? {}));
    }
  });

  it('ends a proposal when the meeting that it is about would start', () => {
    const args = {
      title: 'Follow-up',
      startsAt: '2026-03-10T10:00:00+01:00',
      durationMinutes: 30,
      attendees: ['Ben'],
    };
    expect(findEffectTool('scheduleMeeting')?.endsAtMs(args)).toBe(Date.UTC(2026, 2, 10, 9));
    expect(findEffectTool('wipeEverything')).toBeUndefined();
  });
});
