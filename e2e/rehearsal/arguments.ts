import { parseArgs } from 'node:util';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { type ApprovalMode, approvalModes } from './approval-modes.ts';

export interface RehearsalArguments {
  folder: string;
  /** Where the JSON goes; null for nowhere. */
  jsonFile: string | null;
  /** A running Parley; null starts one of its own. */
  url: string | null;
  /** Name of the AI participant. */
  persona: string;
  approval: ApprovalMode;
  /** The moment that dates are counted from, ISO 8601 with offset; null for now. */
  now: string | null;
  /** IANA name of the zone in which dates are meant; null for that of this machine. */
  timeZone: string | null;
}

const usage = [
  'npm run rehearse -- FOLDER [--json FILE] [--url URL] [--persona NAME]',
  `[--approval ${approvalModes.join('|')}] [--now ISO] [--time-zone ZONE]`,
].join(' ');

/** Throws an `Error` that says what is wrong with the command line. */
export function parseRehearsalArguments(args: string[]): RehearsalArguments {
  const { values, positionals } = readOptions(args);
  const [folder, ...rest] = positionals;
  const { url = null, now = null, 'time-zone': timeZone = null } = values;
  if (folder === undefined || rest.length > 0) throw new Error(`Name one folder: ${usage}`);
  if (url !== null && !/^https?:\/\//.test(url)) {
    throw new Error(`--url ${url} is not an address that begins with http:// or https://`);
  }
  if (now !== null && !z.iso.datetime({ offset: true }).safeParse(now).success) {
    throw new Error(`--now ${now} is not a moment with an offset, such as 2026-03-03T09:00:00+01:00`);
  }
  if (now !== null && url !== null) {
    throw new Error('--now sets the clock of a Parley of our own; a running one (--url) has its own.');
  }
  if (timeZone !== null && !IANAZone.isValidZone(timeZone)) {
    throw new Error(`--time-zone ${timeZone} is not a time zone, such as Europe/Berlin`);
  }
  return {
    folder,
    jsonFile: values.json ?? null,
    url,
    persona: readPersona(values.persona),
    approval: readApproval(values.approval),
    now,
    timeZone,
  };
}

function readPersona(name = 'Nova'): string {
  if (name.trim() === '') throw new Error('--persona needs a name');
  return name.trim();
}

function readApproval(mode = 'approve'): ApprovalMode {
  const known = approvalModes.find((each) => each === mode);
  if (!known) throw new Error(`--approval ${mode} is none of ${approvalModes.join(', ')}`);
  return known;
}

function readOptions(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = {
      json: text,
      url: text,
      persona: text,
      approval: text,
      now: text,
      'time-zone': text,
    };
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\nUsage: ${usage}`, { cause: error });
  }
}
