/**
 * Facts and lines inside a message to a chat model: JSON lines between two marks. Nothing that was said can leave its
 * string, and the local model server reads them back exactly.
 */
import type { z } from 'zod/mini';

export interface MarkedData<Brief, Line> {
  /** One line of JSON for the brief, and one for each line. */
  format(brief: Brief, lines: readonly Line[]): string;
  /** What `format` wrote into a message, or null where there is none. Lines that cannot be read are left out. */
  parse(message: string): { brief: Brief; lines: Line[] } | null;
}

/** `name` stands in the marks: `<<<name` before and `name>>>` behind. */
export function markedData<Brief, Line>(
  name: string,
  briefSchema: z.ZodMiniType<Brief>,
  lineSchema: z.ZodMiniType<Line>,
): MarkedData<Brief, Line> {
  const open = `<<<${name}`;
  const close = `${name}>>>`;
  return {
    format: (brief, lines) =>
      [open, JSON.stringify(brief), ...lines.map((line) => JSON.stringify(line)), close].join('\n'),
    parse(message) {
      const start = message.lastIndexOf(`${open}\n`);
      const end = message.lastIndexOf(`\n${close}`);
      if (start < 0 || end < start) return null;
      const [first, ...rest] = message.slice(start + open.length + 1, end).split('\n');
      const brief = briefSchema.safeParse(parseJson(first ?? ''));
      if (!brief.success) return null;
      return {
        brief: brief.data,
        lines: rest.flatMap((text) => {
          const line = lineSchema.safeParse(parseJson(text));
          return line.success ? [line.data] : [];
        }),
      };
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
