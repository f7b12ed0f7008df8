/**
 * Arrays for postgres.js, by the numbers of their types, which Postgres never changes (`pg_type.dat`). The library
 * would otherwise ask for them at the start of each connection, and a server that dies during that question leaves
 * a rejection that nobody can catch: it ended a whole process.
 */
import { makePgArray, parsePgArray } from 'drizzle-orm/pg-core';
import type { PostgresType } from 'postgres';

/** An array that a column of Drizzle's wrote comes as text already. */
function arrayOf(type: number, parse: (text: string) => unknown): PostgresType {
  return {
    to: type,
    from: [type],
    serialize: (value: unknown) => (Array.isArray(value) ? makePgArray(value) : value),
    parse: (text: string) => parsePgArray(text).map(parse),
  };
}

export const arrayTypes = {
  texts: arrayOf(1009, String),
  integers: arrayOf(1007, Number),
  reals: arrayOf(1021, Number),
};
