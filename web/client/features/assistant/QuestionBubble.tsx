interface QuestionBubbleProps {
  /** Who asks, as the reader calls them. */
  asker: string;
  words: string;
  /** Shows the line in which it was asked; null for typed questions. */
  onShow: (() => void) | null;
}

export function QuestionBubble({ asker, words, onShow }: QuestionBubbleProps) {
  const bubble = 'max-w-full break-words rounded-2xl rounded-br-md bg-sunken px-3.5 py-2 text-left';
  return (
    <div className="flex flex-col items-end pl-8">
      <p className="mb-0.5 text-ink-faint text-xs">{asker}</p>
      {onShow ? (
        <button type="button" title="Show in the transcript" onClick={onShow} className={bubble}>
          {words}
        </button>
      ) : (
        <p className={bubble}>{words}</p>
      )}
    </div>
  );
}
