/** Pieces of which the arguments of tools are made. */
import { z } from 'zod/mini';
import { limits } from '../messages.ts';

/** Words that are not empty, at most so many characters. */
export const words = (maxLength: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(maxLength));

/** ISO 8601 with offset, such as `2026-03-10T10:00:00+01:00`. */
export const moment = z.iso.datetime({ offset: true });

/** A day of the meeting's time zone, such as `2026-03-13`. */
export const day = z.iso.date();

/** Names in one list: more people than somebody can look through do not fit into one proposal. */
export const mostNames = 100;

/** People as they are called in the meeting. */
export const name = words(limits.name);
export const names = z.array(name).check(z.maxLength(mostNames));
