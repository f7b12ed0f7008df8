import type { ToolField } from '../../../../lib/tools/tool.ts';
import { TextAreaField } from '../../ui/TextAreaField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { MomentField } from './MomentField.tsx';
import { NamesField } from './NamesField.tsx';
import { SuspiciousNote } from './SuspiciousNote.tsx';
import type { Arguments } from './tool-form.ts';

interface ApprovalFieldsProps {
  fields: readonly ToolField[];
  draft: Arguments;
  problems: Record<string, string>;
  /** IANA name: the zone in which moments are shown and meant. */
  timeZone: string;
  /** Names to choose from; others can be written too. */
  people: readonly string[];
  disabled: boolean;
  onChange(draft: Arguments): void;
}

/** Exactly what will run, as fields that can be edited. */
export function ApprovalFields({ fields, draft, onChange, problems, ...rest }: ApprovalFieldsProps) {
  return fields.map((field) => (
    <ArgumentField
      key={field.key}
      field={field}
      value={draft[field.key]}
      error={problems[field.key] ?? null}
      onChange={(value) => onChange({ ...draft, [field.key]: value })}
      {...rest}
    />
  ));
}

interface ArgumentFieldProps extends Pick<ApprovalFieldsProps, 'timeZone' | 'people' | 'disabled'> {
  field: ToolField;
  value: unknown;
  error: string | null;
  onChange(value: unknown): void;
}

function ArgumentField({ field, value, error, timeZone, people, disabled, onChange }: ArgumentFieldProps) {
  const { label, kind, optional = false } = field;
  const words = typeof value === 'string' ? value : '';
  const plain = { label, error, disabled };
  const onWords = (text: string) => onChange(optional && text === '' ? null : text);
  switch (kind) {
    case 'moment':
      return <MomentField {...plain} value={words} timeZone={timeZone} onChange={onChange} />;
    case 'names':
      return <NamesField {...plain} value={readNames(value)} people={people} onChange={onChange} />;
    case 'date':
      return (
        <TextField
          {...plain}
          type="date"
          value={words}
          onChange={({ target }) => onChange(target.value || null)}
        />
      );
    case 'minutes':
      return (
        <TextField
          {...plain}
          label={`${label} (minutes)`}
          inputMode="numeric"
          value={typeof value === 'number' ? String(value) : words}
          onChange={({ target }) => onChange(readWhole(target.value))}
        />
      );
    case 'text':
      return (
        <div>
          <TextAreaField
            {...plain}
            rows={rowsFor(words)}
            value={words}
            onChange={({ target }) => onWords(target.value)}
          />
          <SuspiciousNote text={words} onClean={disabled ? null : onWords} />
        </div>
      );
    case 'line':
    case 'name':
      return (
        <div>
          <TextField {...plain} value={words} onChange={({ target }) => onWords(target.value)} />
          <SuspiciousNote text={words} onClean={disabled ? null : onWords} />
        </div>
      );
    default:
      return kind satisfies never;
  }
}

/** Enough to read most of it without scrolling within the field. */
function rowsFor(words: string): number {
  const lines = words.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 42), 0);
  return Math.min(9, Math.max(2, lines));
}

function readNames(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** A number where it is one; what was typed otherwise, so that the field says what is wrong with it. */
function readWhole(text: string): number | string {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : text;
}
