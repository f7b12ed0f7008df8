import { AudioLines } from 'lucide-react';
import { Avatar } from '../../ui/Avatar.tsx';

const people = [
  { name: 'Ana Duarte', line: 'So we ship the importer on Thursday?' },
  { name: 'Ben Okafor', line: 'Yes. I will write to the pilot customers today.' },
];

/** A still picture of a meeting, for the eye only. */
export function SampleMeeting() {
  return (
    <div
      aria-hidden
      className="hidden select-none flex-col gap-4 rounded-3xl border border-line bg-stage p-4 shadow-card lg:flex"
    >
      <div className="grid grid-cols-2 gap-3">
        {people.map((person) => (
          <div
            key={person.name}
            className="relative flex aspect-[4/3] items-center justify-center rounded-2xl bg-tile"
          >
            <Avatar name={person.name} seed={person.name} className="size-20 text-2xl" />
            <span className="absolute bottom-2 left-2 rounded-lg bg-black/60 px-2.5 py-1 text-sm text-white">
              {person.name}
            </span>
          </div>
        ))}
      </div>
      <div className="flex items-center gap-3 self-start rounded-2xl border border-accent/25 bg-accent-soft px-3.5 py-2">
        <span className="flex size-8 items-center justify-center rounded-full bg-accent text-on-accent">
          <AudioLines size={18} />
        </span>
        <span className="font-semibold">Nova</span>
        <span className="rounded-md bg-accent px-1.5 py-px font-bold text-[0.6875rem] text-on-accent tracking-wider">
          AI
        </span>
        <span className="text-ink-soft text-sm">Listening</span>
      </div>
      <div className="space-y-1 px-1 pb-2">
        {people.map((person) => (
          <p key={person.name} className="grid grid-cols-[6.5rem_1fr] text-lg leading-snug">
            <span className="truncate font-semibold text-[0.9375rem] text-accent leading-[1.55]">
              {person.name}
            </span>
            <span>{person.line}</span>
          </p>
        ))}
      </div>
    </div>
  );
}
