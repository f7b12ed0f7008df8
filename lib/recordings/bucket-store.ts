import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { S3Bucket } from '../config.ts';
import { checkLocation, MissingSoundError, type RecordingStore } from './recording-store.ts';

/** A bucket of Amazon S3 or of any service with its API. */
export function createBucketStore(bucket: S3Bucket): RecordingStore {
  const { endpoint, region, name, accessKey, secretKey, prefix } = bucket;
  const client = new S3Client({
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    // Other services than Amazon's have no name of their own per bucket.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    // Many of them do not know the checksums that the SDK adds by itself.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const at = (location: string) => ({ Bucket: name, Key: `${prefix}${checkLocation(location)}` });

  const list = async (below: string) => {
    const Prefix = at(below.endsWith('/') ? below : `${below}/`).Key;
    const found: { location: string; bytes: number }[] = [];
    for await (const page of paginateListObjectsV2({ client }, { Bucket: name, Prefix })) {
      for (const { Key = '', Size = 0 } of page.Contents ?? []) {
        found.push({ location: Key.slice(prefix.length), bytes: Size });
      }
    }
    return found;
  };

  return {
    place: `bucket ${name}${endpoint ? ` at ${endpoint}` : ''}`,
    list,
    async sizeOf(location) {
      const head = await client.send(new HeadObjectCommand(at(location))).catch(ignoreMissing);
      return head ? (head.ContentLength ?? 0) : null;
    },
    async openRead(location, range) {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const answer = await client.send(new GetObjectCommand({ ...at(location), Range })).catch((cause) => {
        if (isMissing(cause)) throw new MissingSoundError(location, { cause });
        throw cause;
      });
      return answer.Body instanceof Readable ? answer.Body : Readable.from([]);
    },
    async write(location, file) {
      const { size } = await stat(file);
      const Body = createReadStream(file);
      await client.send(
        new PutObjectCommand({ ...at(location), Body, ContentLength: size, ContentType: 'audio/ogg' }),
      );
    },
    async remove(below) {
      const found = await list(below);
      // One by one: deleting many in one call asks for checksums that not every service knows.
      for (const { location } of found) await client.send(new DeleteObjectCommand(at(location)));
      return found.length;
    },
    async checkRoom() {
      await client.send(new HeadBucketCommand({ Bucket: name })).catch((cause) => {
        throw new Error('The bucket for recordings does not answer.', { cause });
      });
    },
  };
}

const isMissing = (error: unknown) =>
  error instanceof S3ServiceException && (error.name === 'NotFound' || error.name === 'NoSuchKey');

function ignoreMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}
