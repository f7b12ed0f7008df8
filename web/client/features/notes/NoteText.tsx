import type { NoteLine, NoteSpan } from '../../../../lib/documents/note-line.ts';
import { classNames } from '../../ui/class-names.ts';

/** Notes that are only read: text and links, never markup. */
export function NoteText({ lines, label }: { lines: readonly NoteLine[]; label: string }) {
  return (
    <article
      aria-label={label}
      dir="auto"
      className="flex flex-col gap-1.5 leading-relaxed [overflow-wrap:anywhere]"
    >
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not move
        <Line key={index} line={line} />
      ))}
    </article>
  );
}

/** Below the page's own headings. */
const headings = [
  { Tag: 'h3', look: 'mt-3 font-semibold text-lg' },
  { Tag: 'h4', look: 'mt-2 font-semibold' },
  { Tag: 'h5', look: 'mt-2 font-semibold text-ink-soft' },
] as const;

function Line({ line: { kind, level, ordinal, spans } }: { line: NoteLine }) {
  const words = spans.map((span, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <Span key={index} span={span} />
  ));
  switch (kind) {
    case 'heading': {
      const { Tag, look } = headings[level - 1] ?? headings[2];
      return <Tag className={classNames('first:mt-0', look)}>{words}</Tag>;
    }
    case 'bullet':
    case 'number':
      return (
        <p className="flex gap-2" style={{ paddingInlineStart: `${(level - 1) * 1.25}rem` }}>
          <span className="min-w-4 shrink-0 text-ink-faint tabular-nums">
            {kind === 'bullet' ? '•' : `${ordinal}.`}
          </span>
          <span className="min-w-0 whitespace-pre-wrap">{words}</span>
        </p>
      );
    case 'quote':
      return (
        <blockquote className="whitespace-pre-wrap border-line-strong border-s-3 ps-3 text-ink-soft">
          {words}
        </blockquote>
      );
    case 'text':
      return <p className="whitespace-pre-wrap">{words}</p>;
    default:
      return kind satisfies never;
  }
}

function Span({ span: { text, bold, italic, strike, href } }: { span: NoteSpan }) {
  const look = classNames(bold && 'font-semibold', italic && 'italic', strike && 'line-through');
  if (!href) return <span className={look}>{text}</span>;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      className={classNames(
        'font-medium text-accent underline underline-offset-2 hover:text-accent-hover',
        look,
      )}
    >
      {text}
    </a>
  );
}
