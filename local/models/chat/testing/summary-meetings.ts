/** Invented meetings with what was decided in them, who does what by when, and what only sounds like it. */
export interface SummaryMeeting {
  title: string;
  /** ISO 8601 with offset. */
  startedAt: string;
  timeZone: string;
  people: string[];
  persona: string;
  /** Speaker and words, as speech to text gives them. */
  lines: [string, string][];
  /** `words` stand in its text; `lines` count from 1, and at least the first must be cited. */
  decisions: { words: string[]; lines: number[] }[];
  tasks: { owner: string; words: string[]; due: string | null; lines: number[] }[];
}

/** From `Name: words`, a line each; the name is any word of the whole one. */
export function meetingOf({
  said,
  ...rest
}: Omit<SummaryMeeting, 'lines'> & { said: string }): SummaryMeeting {
  const lines = said
    .trim()
    .split('\n')
    .map((line): [string, string] => {
      const at = line.indexOf(': ');
      const name = line.slice(0, at).trim();
      const speaker = rest.people.find((person) => person.split(' ').includes(name));
      return [speaker ?? rest.persona, line.slice(at + 2)];
    });
  return { ...rest, lines };
}
