import type { Persona } from '../../../../lib/messages.ts';
import { personaModes } from './modes.ts';
import { PersonaMark } from './PersonaMark.tsx';

type Shown = Pick<Persona, 'name' | 'mode' | 'greeting'>;

/** How people meet this persona in the room: its tile and the first thing that it says. */
export function PersonaPreview({ name, mode, greeting }: Shown) {
  const shownName = name.trim() || 'No name yet';
  return (
    <section aria-label="Preview" className="rounded-2xl bg-stage p-4">
      <h2 className="mb-3 text-ink-faint text-xs">How it introduces itself</h2>
      <div className="flex items-center gap-3 rounded-2xl border border-accent/25 bg-accent-soft px-3.5 py-3">
        <PersonaMark />
        <div className="min-w-0">
          <p className="flex items-center gap-2 font-semibold">
            <span className="truncate">{shownName}</span>
            <span className="rounded-md bg-accent px-1.5 py-px font-bold text-[0.6875rem] text-on-accent tracking-wider">
              AI
            </span>
          </p>
          <p className="text-ink-soft text-sm leading-snug">
            {personaModes.find((each) => each.mode === mode)?.description}
          </p>
        </div>
      </div>
      <p className="mt-3 rounded-2xl rounded-tl-sm bg-surface px-4 py-3 text-pretty [overflow-wrap:anywhere]">
        {greeting.trim() || <span className="text-ink-faint">It joins without a word.</span>}
      </p>
    </section>
  );
}
