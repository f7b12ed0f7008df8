import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface DecisionFormProps {
  initial: string;
  saveLabel: string;
  onSave(text: string): void;
  onCancel(): void;
}

/** The words of a decision. */
export function DecisionForm({ initial, saveLabel, onSave, onCancel }: DecisionFormProps) {
  const [text, setText] = useState(initial);
  return (
    <form
      className="flex flex-col gap-3 px-5 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(text.trim());
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <TextField
        label="Decision"
        required
        maxLength={500}
        autoFocus
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="flex gap-3">
        <Button type="submit" look="primary" disabled={text.trim() === ''}>
          {saveLabel}
        </Button>
        <Button look="plain" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
