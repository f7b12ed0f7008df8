import { Check, Link2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';

/** Copies the address that others open to join. */
export function CopyLink({ code }: { code: string }) {
  const [copied, setCopied] = useState(false);
  const onCopy = async () => {
    const link = `${location.origin}/m/${code}`;
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
      setTimeout(() => setCopied(false), 2_000);
    } catch {
      // No clipboard outside https, or not allowed: let the person copy it by hand.
      window.prompt('Copy this link:', link);
    }
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
