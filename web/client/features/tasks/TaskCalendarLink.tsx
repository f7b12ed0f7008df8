import { CalendarArrowDown } from 'lucide-react';
import type { TaskView } from '../../../../lib/task-messages.ts';
import { textLink } from '../accounts/text-link.ts';

interface TaskCalendarLinkProps {
  tasks: readonly TaskView[];
  /** Where the file is. */
  href: string;
}

/** Takes open tasks with a day along into a calendar; nothing where there are none. */
export function TaskCalendarLink({ tasks, href }: TaskCalendarLinkProps) {
  if (!tasks.some(({ due, done }) => due !== null && !done)) return null;
  return (
    <p className="mt-3">
      <a href={href} download className={`inline-flex min-h-9 items-center gap-2 text-sm ${textLink}`}>
        <CalendarArrowDown aria-hidden size={17} />
        Put open tasks into a calendar
      </a>
    </p>
  );
}
