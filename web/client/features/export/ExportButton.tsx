import { ChevronDown, Download } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Button } from '../../ui/Button.tsx';

/** Opens the menu of files. */
export function ExportButton(button: ComponentProps<'button'>) {
  return (
    <Button {...button}>
      <Download aria-hidden size={17} />
      Export
      <ChevronDown aria-hidden size={15} className="text-ink-faint" />
    </Button>
  );
}
