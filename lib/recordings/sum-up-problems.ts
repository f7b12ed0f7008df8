/** What a recording says of its files as a whole; empty when all are well. */
export function sumUpProblems(files: readonly { problem: string; durationMs: number }[]): string {
  const problems = files.map(({ problem }) => problem).filter(Boolean);
  const [first] = problems;
  if (first === undefined) return '';
  if (files.every(({ durationMs }) => durationMs === 0)) return first;
  const what = problems.length === 1 ? 'One file is' : `${problems.length} files are`;
  return `${what} not complete. ${first}`;
}
