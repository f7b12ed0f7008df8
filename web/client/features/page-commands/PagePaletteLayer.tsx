import { lazy, type ReactNode, useState } from 'react';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';
import { ShowPagePalette } from './show-page-palette.ts';

const PagePalette = lazy(async () => ({ default: (await import('./PagePalette.tsx')).PagePalette }));

/** Over all pages: the list of commands that somebody opens while a page goes away stays for the next. Loaded when it is opened. */
export function PagePaletteLayer({ children }: { children: ReactNode }) {
  const [shown, show] = useState(false);
  const hide = () => show(false);
  return (
    <ShowPagePalette value={show}>
      {children}
      {shown && (
        <LazyPart failed={<PartFailed onDismiss={hide} />}>
          <PagePalette onClose={hide} />
        </LazyPart>
      )}
    </ShowPagePalette>
  );
}
