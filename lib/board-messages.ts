/** What passes about the whiteboard between browsers and web, beside its document. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';
import { may, type Role } from './roles.ts';

/** Who may draw: everyone whose role allows it, those whom hosts choose, or those who moderate alone. */
export const whoMayDrawSchema = z.enum(['everyone', 'chosen', 'hosts']);
export type WhoMayDraw = z.infer<typeof whoMayDrawSchema>;

/** `pen`: what a host said of this person; null: nothing. The one rule that web enforces and browsers show. */
export function mayDraw(rule: WhoMayDraw, { role, pen }: { role: Role; pen: boolean | null }): boolean {
  if (may(role, 'moderate')) return true;
  if (rule === 'hosts') return false;
  return pen ?? (rule === 'everyone' && may(role, 'write'));
}

export const givePenSchema = z.object({ pen: z.boolean() });

export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export type ImageType = (typeof imageTypes)[number];

const megabyte = 1024 * 1024;

export const imageLimits = {
  bytes: 10 * megabyte,
  /** Of all images of one meeting. */
  meetingBytes: 200 * megabyte,
  meetingFiles: 500,
} as const;

/** Sentences that both sides say. */
export const imageProblems = {
  type: 'The whiteboard takes PNG, JPEG, WebP and GIF images. SVG files can hold programs and are not taken.',
  size: `An image can have ${imageLimits.bytes / megabyte} MB at most.`,
  room: 'This meeting has no room for more images.',
} as const;

/** `POST /api/meetings/:id/board/files`, whose body is the image itself. */
export const storedImageSchema = z.object({ id: idSchema('fil') });

/** `GET /api/meetings/:id/board`: what was drawn, from back to front; `lib/board/element.ts` says what an element is. */
export const boardViewSchema = z.object({ elements: z.array(z.looseObject({ id: z.string() })) });
export type BoardView = z.infer<typeof boardViewSchema>;
