import type { Editor } from '@tiptap/core';
import { type FormEvent, useId, useRef, useState } from 'react';
import { safeHref } from '../../../../lib/documents/safe-href.ts';
import { Button } from '../../ui/Button.tsx';

interface LinkFormProps {
  editor: Editor;
  onDone(): void;
}

/** Where the chosen words lead. Without any, the address itself is written. */
export function LinkForm({ editor, onDone }: LinkFormProps) {
  const id = useId();
  const current: unknown = editor.getAttributes('link').href;
  const [text, setText] = useState(typeof current === 'string' ? current : '');
  const [problem, setProblem] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const href = addressOf(text);
    if (href === null) {
      setProblem(true);
      field.current?.focus();
      return;
    }
    const at = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && typeof current !== 'string') {
      at.insertContent({ type: 'text', text: text.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    } else {
      at.setLink({ href }).run();
    }
    onDone();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onDone();
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-2 px-3 pb-3">
      <label htmlFor={id} className="text-ink-soft text-sm">
        Address of the link
      </label>
      <input
        ref={field}
        id={id}
        // biome-ignore lint/a11y/noAutofocus: it opens by a button for exactly this
        autoFocus
        type="text"
        inputMode="url"
        value={text}
        placeholder="https://"
        aria-invalid={problem || undefined}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => {
          setText(target.value);
          setProblem(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          editor.commands.focus();
          onDone();
        }}
        className="min-h-10 rounded-lg border border-line-strong bg-surface px-3 text-ink"
      />
      <p id={`${id}-problem`} role="status" className="text-danger text-sm empty:hidden">
        {problem && 'Links begin with https://, http:// or mailto:.'}
      </p>
      <div className="flex gap-2">
        <Button type="submit">Set link</Button>
        {typeof current === 'string' && <Button onClick={remove}>Remove link</Button>}
      </div>
    </form>
  );
}

/** `example.com` is meant as a web address. */
function addressOf(text: string): string | null {
  const trimmed = text.trim();
  const hasScheme = /^[a-z][a-z\d+.-]*:/i.test(trimmed);
  return safeHref(hasScheme ? trimmed : `https://${trimmed}`);
}
