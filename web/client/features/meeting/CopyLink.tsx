import { Check, Link2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { copyLink } from './copy-link.ts';

/** Copies the address that others open to join. */
export function CopyLink({ code }: { code: string }) {
  const [copied, setCopied] = useState(false);
  const onCopy = async () => {
    if (!(await copyLink(code))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <Button onClick={onCopy} className="max-sm:px-3">
      {copied ? <Check aria-hidden size={17} /> : <Link2 aria-hidden size={17} />}
      <span aria-live="polite" className="max-sm:sr-only">
        {copied ? 'Copied' : 'Copy link'}
      </span>
    </Button>
  );
}
