import { bodyLimit } from 'hono/body-limit';
import { ApiError } from './api-error.ts';

export const megabyte = 1024 * 1024;

export function limitBody(megabytes: number) {
  return bodyLimit({
    maxSize: megabytes * megabyte,
    onError: () => {
      throw new ApiError(413, 'payload_too_large', `The request is larger than ${megabytes} MB.`);
    },
  });
}
