/** Passages that mean something like a question: exact cosine, over the meetings that the caller may see and no others. */
import type { Sql } from 'postgres';
import type { MeetingId } from '../../lib/ids.ts';

export interface NearPassage {
  meetingId: MeetingId;
  /** As in `cutPassages`. */
  hash: string;
  /** Cosine of the vectors, -1 to 1. */
  likeness: number;
}

export interface NearestPassages {
  /** The most alike first. `vector` has the length 1. */
  find(meetingIds: readonly MeetingId[], vector: Float32Array, limit: number): Promise<NearPassage[]>;
}

/** By pgvector where the database has it, else in this process. */
export async function openNearestPassages(client: Sql, model: string): Promise<NearestPassages> {
  const [row] = await client`select exists (select 1 from pg_extension where extname = 'vector') as has`;
  return row?.has === true ? inDatabase(client, model) : inMemory(client, model);
}

function inDatabase(client: Sql, model: string): NearestPassages {
  return {
    async find(meetingIds, vector, limit) {
      return await client<NearPassage[]>`
        select p.meeting_id as "meetingId", p.hash,
          1 - (e.vector::vector <=> ${[...vector]}::real[]::vector) as likeness
        from passage_indexes i
          join passages p on p.meeting_id = i.meeting_id
          join embeddings e on e.model = i.model and e.hash = p.hash
        where i.model = ${model} and i.meeting_id = any(${[...meetingIds]})
        order by likeness desc limit ${limit}`;
    },
  };
}

/** Vectors that are kept between questions: 300 MB of 384 numbers each. */
const keptVectors = 200_000;

interface KeptMeeting {
  digest: string;
  hashes: string[];
  vectors: Float32Array[];
  /** Who asks while it is loaded waits. */
  loaded: Promise<void>;
}

function inMemory(client: Sql, model: string): NearestPassages {
  const kept = new Map<MeetingId, KeptMeeting>();

  async function refresh(meetingIds: readonly MeetingId[]): Promise<MeetingId[]> {
    const indexed = await client<{ id: MeetingId; digest: string }[]>`
      select meeting_id as id, digest from passage_indexes
      where model = ${model} and meeting_id = any(${[...meetingIds]})`;
    const changed = indexed.filter(({ id, digest }) => kept.get(id)?.digest !== digest);
    if (changed.length > 0) keep(changed);
    const ids = indexed.map(({ id }) => id);
    await Promise.all(ids.map((id) => kept.get(id)?.loaded));
    return ids;
  }

  function keep(changed: readonly { id: MeetingId; digest: string }[]): void {
    const ids = changed.map(({ id }) => id);
    const loaded = Promise.resolve().then(() => load(ids));
    for (const { id, digest } of changed) kept.set(id, { digest, hashes: [], vectors: [], loaded });
    loaded.catch(() => {
      for (const id of ids) if (kept.get(id)?.loaded === loaded) kept.delete(id);
    });
  }

  async function load(ids: MeetingId[]): Promise<void> {
    const rows = client<{ id: MeetingId; hash: string; vector: Buffer }[]>`
      select p.meeting_id as id, p.hash, array_send(e.vector) as vector
      from passages p join embeddings e on e.model = ${model} and e.hash = p.hash
      where p.meeting_id = any(${ids}) order by p.meeting_id, p.number`;
    await rows.cursor(2_000, (page) => {
      for (const { id, hash, vector } of page) {
        const meeting = kept.get(id);
        meeting?.hashes.push(hash);
        meeting?.vectors.push(readArray(vector));
      }
    });
  }

  /** The meetings that nobody has asked for the longest go first. */
  function forget(used: readonly MeetingId[]): void {
    for (const id of used) {
      const meeting = kept.get(id);
      if (!meeting) continue;
      kept.delete(id);
      kept.set(id, meeting);
    }
    let count = [...kept.values()].reduce((sum, { vectors }) => sum + vectors.length, 0);
    for (const [id, { vectors }] of kept) {
      if (count <= keptVectors) return;
      count -= vectors.length;
      kept.delete(id);
    }
  }

  return {
    async find(meetingIds, vector, limit) {
      const ids = await refresh(meetingIds);
      const found = ids.flatMap((meetingId) => {
        const { hashes = [], vectors = [] } = kept.get(meetingId) ?? {};
        return vectors.map((own, index) => ({
          meetingId,
          hash: hashes[index] ?? '',
          likeness: dot(own, vector),
        }));
      });
      forget(ids);
      return found.sort((a, b) => b.likeness - a.likeness).slice(0, limit);
    },
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Bytes of Postgres' binary form before the values of an array of one dimension: see array_send in its source. */
const arrayHeader = 20;

/** A `real[]` as `array_send` gives it: each value has its length in 4 bytes before it. */
function readArray(bytes: Buffer): Float32Array {
  const values = new Float32Array(Math.max(0, (bytes.length - arrayHeader) / 8));
  for (let i = 0; i < values.length; i += 1) values[i] = bytes.readFloatBE(arrayHeader + i * 8 + 4);
  return values;
}
