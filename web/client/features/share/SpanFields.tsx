import { type LineView, writeLineRef } from '../../../../lib/line-messages.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { formatTime } from '../captions/format-time.ts';
import { type ReadSpan, type SpanDraft, type TopicSpan, wholeMeeting } from './share-span.ts';

interface SpanFieldsProps {
  draft: SpanDraft;
  read: ReadSpan;
  /** What was said, in order of time. */
  lines: readonly LineView[];
  topics: readonly TopicSpan[];
  onChange(draft: SpanDraft): void;
}

/** How much of a meeting a link shows: all of it, a topic, or a part from line to line or from time to time. */
export function SpanFields({ draft, read, lines, topics, onChange }: SpanFieldsProps) {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return null;
  const topic = topics.findIndex(
    ({ from, to }) => draft.extent === 'lines' && draft.from === from && draft.to === to,
  );
  const choose = (value: string) => {
    const chosen = topics[Number(value.slice(topicPrefix.length))];
    if (value.startsWith(topicPrefix) && chosen) {
      return onChange({ ...draft, extent: 'lines', from: chosen.from, to: chosen.to });
    }
    if (value === 'lines') {
      return onChange({ ...draft, extent: 'lines', from: writeLineRef(first), to: writeLineRef(last) });
    }
    onChange(
      value === 'times'
        ? {
            ...draft,
            extent: 'times',
            fromTime: formatTime(first.startMs),
            untilTime: formatTime(last.endMs + 999),
          }
        : wholeMeeting,
    );
  };
  const after = lines.slice(lines.findIndex((line) => writeLineRef(line) === draft.from));
  return (
    <div className="flex flex-col gap-4">
      <SelectField
        label="How much"
        value={topic < 0 ? draft.extent : `${topicPrefix}${topic}`}
        options={[
          { value: 'whole', label: 'The whole meeting' },
          ...topics.map(({ title }, index) => ({
            value: `${topicPrefix}${index}`,
            label: `Topic: ${title}`,
          })),
          { value: 'lines', label: 'From line to line' },
          { value: 'times', label: 'From time to time' },
        ]}
        onChange={choose}
      />
      {draft.extent === 'lines' && (
        <>
          <SelectField
            label="First line"
            value={draft.from}
            options={lines.map(optionOf)}
            onChange={(from) =>
              onChange({ ...draft, from, to: isAfter(lines, from, draft.to) ? draft.to : from })
            }
          />
          <SelectField
            label="Last line"
            value={draft.to}
            options={after.map(optionOf)}
            onChange={(to) => onChange({ ...draft, to })}
          />
        </>
      )}
      {draft.extent === 'times' && (
        <div className="grid grid-cols-2 gap-4">
          <TextField
            label="From"
            inputMode="numeric"
            value={draft.fromTime}
            onChange={({ target }) => onChange({ ...draft, fromTime: target.value })}
          />
          <TextField
            label="Until"
            inputMode="numeric"
            value={draft.untilTime}
            onChange={({ target }) => onChange({ ...draft, untilTime: target.value })}
          />
        </div>
      )}
      {draft.extent !== 'whole' && (
        <p role="status" className="-mt-1 text-ink-soft text-sm">
          {read.kind === 'problem' ? read.problem : `${read.words}. Nothing of the rest is shown or heard.`}
        </p>
      )}
    </div>
  );
}

const topicPrefix = 'topic ';
/** Of a line in a list: what tells it from the others. */
const mostCharacters = 60;

function optionOf(line: LineView) {
  const text = line.text.length > mostCharacters ? `${line.text.slice(0, mostCharacters)}…` : line.text;
  return { value: writeLineRef(line), label: `${formatTime(line.startMs)} ${line.speakerName}: ${text}` };
}

function isAfter(lines: readonly LineView[], first: string, last: string): boolean {
  const at = (ref: string) => lines.findIndex((line) => writeLineRef(line) === ref);
  return at(last) >= at(first);
}
