import { splitLinks } from './split-links.ts';

/** The words of a message: text, never markup. Its direction is its own and turns nothing around it. */
export function MessageText({ text }: { text: string }) {
  return (
    <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere] [unicode-bidi:isolate]">
      {splitLinks(text).map((part, index) =>
        part.type === 'link' ? (
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a message never change
            key={index}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer nofollow ugc"
            className="font-medium text-accent underline underline-offset-2 hover:text-accent-hover"
          >
            <bdi>{part.text}</bdi>
          </a>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
