import { useNavigate } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { readMeetingCode } from './meeting-code.ts';

export function JoinByCode() {
  const [input, setInput] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const navigate = useNavigate();
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const code = readMeetingCode(input);
    if (code) await navigate({ to: '/m/$code', params: { code } });
    else setProblem('A code looks like abc-defg-hij. You can also paste the whole link.');
  };
  return (
    <form onSubmit={onSubmit} className="flex items-start gap-3" noValidate>
      <TextField
        className="min-w-0 flex-1"
        label="Code or link"
        placeholder="abc-defg-hij"
        value={input}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={problem}
        onChange={(event) => {
          setInput(event.target.value);
          setProblem(null);
        }}
      />
      <Button type="submit" size="large" className="mt-[1.625rem]" disabled={input.trim() === ''}>
        Join
        <ArrowRight aria-hidden size={18} />
      </Button>
    </form>
  );
}
