import { Avatar } from '../../ui/Avatar.tsx';
import { formatTime } from '../captions/format-time.ts';
import type { SpeakerFigures } from './figures.ts';

const columns = ['Talk', 'Turns', 'Words a minute', 'Questions', 'Cut in', 'Longest'];

/** The figures of each person. */
export function FiguresTable({ speakers }: { speakers: readonly SpeakerFigures[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div tabIndex={0} className="overflow-x-auto rounded-2xl border border-line bg-surface">
      <table className="w-full min-w-[36rem] text-sm tabular-nums">
        <thead>
          <tr className="border-line border-b text-ink-soft">
            <th scope="col" className="px-5 py-3 text-left font-medium">
              Person
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="px-3 py-3 text-right font-medium last:pr-5">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {speakers.map(({ speaker, name, talkMs, turns, pace, questions, overlaps, longestMs }) => (
            <tr key={speaker}>
              <th scope="row" className="px-5 py-3 text-left font-medium">
                <span className="flex items-center gap-3">
                  <Avatar name={name} seed={speaker} className="size-7 text-[0.65rem]" />
                  <span className="max-w-40 truncate">{name}</span>
                </span>
              </th>
              <td className="px-3 text-right">{formatTime(talkMs)}</td>
              <td className="px-3 text-right">{turns}</td>
              <td className="px-3 text-right">{pace ?? '–'}</td>
              <td className="px-3 text-right">{questions}</td>
              <td className="px-3 text-right">{overlaps}</td>
              <td className="px-3 pr-5 text-right">{formatTime(longestMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
