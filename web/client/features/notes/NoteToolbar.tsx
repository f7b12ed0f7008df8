import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  Bold,
  Heading1,
  Heading2,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  Strikethrough,
  TextQuote,
  Undo2,
} from 'lucide-react';
import { Toolbar } from 'radix-ui';
import { useState } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { LinkForm } from './LinkForm.tsx';

interface Tool {
  label: string;
  icon: LucideIcon;
  isOn(editor: Editor): boolean;
  run(editor: Editor): void;
}

const tools: Tool[] = [
  {
    label: 'Heading',
    icon: Heading1,
    isOn: (editor) => editor.isActive('heading', { level: 1 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 1 }).run(),
  },
  {
    label: 'Small heading',
    icon: Heading2,
    isOn: (editor) => editor.isActive('heading', { level: 2 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    label: 'Bold',
    icon: Bold,
    isOn: (editor) => editor.isActive('bold'),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    label: 'Italic',
    icon: Italic,
    isOn: (editor) => editor.isActive('italic'),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    label: 'Strike out',
    icon: Strikethrough,
    isOn: (editor) => editor.isActive('strike'),
    run: (editor) => editor.chain().focus().toggleStrike().run(),
  },
  {
    label: 'List',
    icon: List,
    isOn: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: 'Numbered list',
    icon: ListOrdered,
    isOn: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    label: 'Quote',
    icon: TextQuote,
    isOn: (editor) => editor.isActive('blockquote'),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];

/** Formatting, one tab stop: arrow keys move between the buttons. */
export function NoteToolbar({ editor }: { editor: Editor }) {
  const [linking, setLinking] = useState(false);
  const { on, canUndo, canRedo, link } = useEditorState({
    editor,
    selector: ({ editor }) => ({
      on: tools.map(({ isOn }) => isOn(editor)),
      canUndo: editor.can().undo(),
      canRedo: editor.can().redo(),
      link: editor.isActive('link'),
    }),
  });
  return (
    <div className="border-line border-b">
      <Toolbar.Root aria-label="Formatting" className="flex px-2 py-1.5">
        {tools.map(({ label, icon, run }, index) => (
          <ToolButton
            key={label}
            label={label}
            icon={icon}
            pressed={on[index] ?? false}
            onClick={() => run(editor)}
          />
        ))}
        <ToolButton
          label="Link"
          icon={Link2}
          pressed={link || linking}
          onClick={() => setLinking(!linking)}
        />
        <ToolButton
          label="Undo"
          icon={Undo2}
          disabled={!canUndo}
          onClick={() => editor.chain().focus().undo().run()}
        />
        <ToolButton
          label="Redo"
          icon={Redo2}
          disabled={!canRedo}
          onClick={() => editor.chain().focus().redo().run()}
        />
      </Toolbar.Root>
      {linking && <LinkForm editor={editor} onDone={() => setLinking(false)} />}
    </div>
  );
}

interface ToolButtonProps {
  label: string;
  icon: LucideIcon;
  /** Undefined for what is done once and not switched. */
  pressed?: boolean;
  disabled?: boolean;
  onClick(): void;
}

function ToolButton({ label, icon: Icon, pressed, ...button }: ToolButtonProps) {
  return (
    <Toolbar.Button asChild {...button}>
      <IconButton
        label={label}
        icon={<Icon aria-hidden size={17} />}
        size="small"
        // All in one row, also on a phone.
        className="w-auto min-w-7 max-w-9 flex-1"
        look={pressed ? 'active' : 'plain'}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      />
    </Toolbar.Button>
  );
}
