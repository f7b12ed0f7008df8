import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './Button.tsx';

interface CopyButtonProps {
  text: string;
  /** What is copied, for screen readers and where it has to be copied by hand. */
  label: string;
}

export function CopyButton({ text, label }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const onCopy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 2_000);
    } catch {
      // No clipboard outside https, or not allowed: let the person copy it by hand.
      window.prompt(`${label}:`, text);
    }
  };
  const Icon = copied ? Check : Copy;
  return (
    <Button onClick={onCopy} aria-label={label}>
      <Icon aria-hidden size={16} />
      <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
    </Button>
  );
}
