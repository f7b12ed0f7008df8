import { Avatar } from '../../ui/Avatar.tsx';

const people = [
  { name: 'Ana Duarte', line: 'So we ship the importer on Thursday?' },
  { name: 'Ben Okafor', line: 'Yes. I will write to the pilot customers today.' },
];

/** A still picture of a meeting, for the eye only. */
export function SampleMeeting() {
  return (
    <div aria-hidden className="relative hidden select-none lg:block">
      <div className="grid grid-cols-2 gap-3 rounded-3xl border border-line bg-stage p-3 pb-28 shadow-card">
        {people.map((person) => (
          <div
            key={person.name}
            className="flex aspect-[4/3] items-center justify-center rounded-2xl bg-tile"
          >
            <Avatar name={person.name} seed={person.name} className="size-20 text-2xl" />
          </div>
        ))}
      </div>
      <div className="absolute inset-x-8 bottom-6 space-y-2 rounded-2xl bg-ink/90 px-5 py-4 text-canvas shadow-card">
        {people.map((person) => (
          <p key={person.name} className="flex gap-3 text-[0.95rem] leading-snug">
            <span className="w-10 shrink-0 opacity-70">{person.name.split(' ')[0]}</span>
            <span>{person.line}</span>
          </p>
        ))}
      </div>
    </div>
  );
}
