import { parseArgs } from 'node:util';

export interface RehearsalArguments {
  folder: string;
  /** Where the JSON goes; null for nowhere. */
  jsonFile: string | null;
  /** A running Parley; null starts one of its own. */
  url: string | null;
}

const usage = 'npm run rehearse -- FOLDER [--json FILE] [--url URL]';

/** Throws an `Error` that says what is wrong with the command line. */
export function parseRehearsalArguments(args: string[]): RehearsalArguments {
  const { values, positionals } = readOptions(args);
  const [folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0) throw new Error(`Name one folder: ${usage}`);
  if (values.url !== undefined && !/^https?:\/\//.test(values.url)) {
    throw new Error(`--url ${values.url} is not an address that begins with http:// or https://`);
  }
  return { folder, jsonFile: values.json ?? null, url: values.url ?? null };
}

function readOptions(args: string[]) {
  try {
    const options = { json: { type: 'string' }, url: { type: 'string' } } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\nUsage: ${usage}`, { cause: error });
  }
}
