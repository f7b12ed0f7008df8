import { lazy } from 'react';
import { LazyPart } from '../../ui/LazyPart.tsx';
import type { RemovedListProps } from './RemovedList.tsx';

const RemovedList = lazy(async () => ({ default: (await import('./RemovedList.tsx')).RemovedList }));

/** What somebody took away, where somebody did. */
export function RemovedItems(props: RemovedListProps) {
  if (props.items.length === 0) return null;
  return (
    <LazyPart>
      <RemovedList {...props} />
    </LazyPart>
  );
}
