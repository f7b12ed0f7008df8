import { useId, useState } from 'react';
import type { AddTask } from '../../../../lib/task-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface TaskFormProps {
  initial: AddTask;
  /** Names to choose from; any other one can be typed. */
  people: readonly string[];
  saveLabel: string;
  onSave(task: AddTask): void;
  onCancel(): void;
}

/** What is to be done, by whom and by when. */
export function TaskForm({ initial, people, saveLabel, onSave, onCancel }: TaskFormProps) {
  const namesId = useId();
  const [text, setText] = useState(initial.text);
  const [owner, setOwner] = useState(initial.owner ?? '');
  const [due, setDue] = useState(initial.due ?? '');
  return (
    <form
      className="grid gap-3 px-5 py-4 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ text: text.trim(), owner: owner.trim() || null, due: due || null });
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <div className="sm:col-span-2">
        <TextField
          label="Task"
          required
          maxLength={500}
          autoFocus
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <TextField
        label="Who does it"
        list={namesId}
        maxLength={80}
        placeholder="Nobody named"
        value={owner}
        onChange={({ target }) => setOwner(target.value)}
      />
      <TextField label="Due" type="date" value={due} onChange={({ target }) => setDue(target.value)} />
      <datalist id={namesId}>
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="flex gap-3 sm:col-span-2">
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
