/**
 * What can be on a whiteboard: elements of Excalidraw 0.18, without those that show pages of other sites. Everything
 * that comes from somebody else is parsed here; what the schema does not name is left out.
 */
import { z } from 'zod/mini';
import { idSchema } from '../id-schema.ts';
import { boardLimits } from './limits.ts';
import { isOrderKey } from './order-key.ts';

const { extent } = boardLimits;

/** Ids are keys of plain objects in Excalidraw: none may be the name of something that every object has. */
const elementId = z.string().check(
  z.regex(/^[\w-]{1,64}$/),
  z.refine((id) => !(id in {}), 'is no id of an element'),
);

const length = z.number().check(z.gte(-extent), z.lte(extent));
const point = z.tuple([length, length]);
const count = z.int().check(z.gte(0));
/** A colour as CSS has it; nothing that could fetch anything. */
const colour = z.string().check(
  z.regex(/^[\w#(),.% -]{0,64}$/),
  z.refine((text) => !/url/i.test(text)),
);

/** Leads to the web, or nowhere. */
const link = z.pipe(z.nullish(z.string()), z.transform(safeLink));

/** What most elements have is left out of the document. */
const usual = {
  angle: 0,
  strokeColor: '#1e1e1e',
  backgroundColor: 'transparent',
  fillStyle: 'solid',
  strokeWidth: 2,
  strokeStyle: 'solid',
  roundness: null,
  roughness: 1,
  opacity: 100,
  groupIds: [] as string[],
  frameId: null,
  boundElements: null,
  updated: 1,
  link: null,
  locked: false,
  lastCommittedPoint: null,
  startBinding: null,
  endBinding: null,
  startArrowhead: null,
  crop: null,
} as const;

const base = {
  id: elementId,
  x: length,
  y: length,
  width: length,
  height: length,
  angle: z._default(z.number().check(z.gte(-100), z.lte(100)), usual.angle),
  strokeColor: z._default(colour, usual.strokeColor),
  backgroundColor: z._default(colour, usual.backgroundColor),
  fillStyle: z._default(z.enum(['hachure', 'cross-hatch', 'solid', 'zigzag']), usual.fillStyle),
  strokeWidth: z._default(z.number().check(z.gte(0), z.lte(100)), usual.strokeWidth),
  strokeStyle: z._default(z.enum(['solid', 'dashed', 'dotted']), usual.strokeStyle),
  roundness: z._default(
    z.nullable(
      z.object({ type: z.int().check(z.gte(1), z.lte(3)), value: z.optional(z.number().check(z.gte(0))) }),
    ),
    usual.roundness,
  ),
  roughness: z._default(z.number().check(z.gte(0), z.lte(10)), usual.roughness),
  opacity: z._default(z.number().check(z.gte(0), z.lte(100)), usual.opacity),
  seed: count,
  version: z.int().check(z.gte(1)),
  versionNonce: count,
  index: z.string().check(z.refine(isOrderKey, 'is no place in the order')),
  isDeleted: z.literal(false),
  groupIds: z._default(z.array(elementId).check(z.maxLength(50)), () => []),
  frameId: z._default(z.nullable(elementId), usual.frameId),
  boundElements: z._default(
    z.nullable(
      z.array(z.object({ id: elementId, type: z.enum(['arrow', 'text']) })).check(z.maxLength(1_000)),
    ),
    usual.boundElements,
  ),
  updated: z._default(z.number(), usual.updated),
  link,
  locked: z._default(z.boolean(), usual.locked),
};

const arrowhead = z.nullable(
  z.enum([
    'arrow',
    'bar',
    'dot',
    'circle',
    'circle_outline',
    'triangle',
    'triangle_outline',
    'diamond',
    'diamond_outline',
    'crowfoot_one',
    'crowfoot_many',
    'crowfoot_one_or_many',
  ]),
);
const binding = z.nullable(
  z.object({
    elementId,
    focus: z.number(),
    gap: z.number(),
    fixedPoint: z.optional(z.nullable(z.tuple([z.number(), z.number()]))),
  }),
);
const line = {
  ...base,
  points: z.array(point).check(z.minLength(2), z.maxLength(boardLimits.points)),
  lastCommittedPoint: z._default(z.nullable(point), usual.lastCommittedPoint),
  startBinding: z._default(binding, usual.startBinding),
  endBinding: z._default(binding, usual.endBinding),
  startArrowhead: z._default(arrowhead, usual.startArrowhead),
  endArrowhead: arrowhead,
};
const segment = z.object({ start: point, end: point, index: count });

const drawnSchema = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('rectangle') }),
  z.object({ ...base, type: z.literal('diamond') }),
  z.object({ ...base, type: z.literal('ellipse') }),
  z.object({ ...base, type: z.literal('frame'), name: z.nullable(z.string().check(z.maxLength(200))) }),
  z.object({ ...line, type: z.literal('line') }),
  z.object({
    ...line,
    type: z.literal('arrow'),
    elbowed: z.boolean(),
    fixedSegments: z.nullish(z.array(segment).check(z.maxLength(1_000))),
    startIsSpecial: z.nullish(z.boolean()),
    endIsSpecial: z.nullish(z.boolean()),
  }),
  z.object({
    ...base,
    type: z.literal('freedraw'),
    points: z.array(point).check(z.minLength(1), z.maxLength(boardLimits.points)),
    pressures: z.array(z.number()).check(z.maxLength(boardLimits.points)),
    simulatePressure: z.boolean(),
    lastCommittedPoint: z._default(z.nullable(point), usual.lastCommittedPoint),
  }),
  z.object({
    ...base,
    type: z.literal('text'),
    text: z.string().check(z.maxLength(boardLimits.text)),
    originalText: z.string().check(z.maxLength(boardLimits.text)),
    fontSize: z.number().check(z.gte(1), z.lte(2_000)),
    fontFamily: z.int().check(z.gte(1), z.lte(20)),
    textAlign: z.enum(['left', 'center', 'right']),
    verticalAlign: z.enum(['top', 'middle', 'bottom']),
    containerId: z.nullable(elementId),
    autoResize: z.boolean(),
    lineHeight: z.number().check(z.gte(0.5), z.lte(5)),
  }),
  z.object({
    ...base,
    type: z.literal('image'),
    /** Of an image that web has; see `lib/board-messages.ts`. */
    fileId: idSchema('fil'),
    /** Whether it can be shown is known to each browser for itself. */
    status: z.pipe(
      z.unknown(),
      z.transform(() => 'saved' as const),
    ),
    scale: point,
    crop: z._default(
      z.nullable(
        z.object({
          x: length,
          y: length,
          width: length,
          height: length,
          naturalWidth: length,
          naturalHeight: length,
        }),
      ),
      usual.crop,
    ),
  }),
]);

/** What is left of a deleted element. */
const deletedSchema = z.object({
  id: elementId,
  version: base.version,
  versionNonce: base.versionNonce,
  isDeleted: z.literal(true),
});

export type DrawnElement = z.infer<typeof drawnSchema>;
export type DeletedElement = z.infer<typeof deletedSchema>;
export type BoardElement = DrawnElement | DeletedElement;

/** An element as it may be stored and shown; null for anything that is none. */
export function parseElement(value: unknown): BoardElement | null {
  const isDeleted = typeof value === 'object' && value !== null && 'isDeleted' in value && value.isDeleted;
  const parsed = (isDeleted === true ? deletedSchema : drawnSchema).safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** As it is stored: without what `parseElement` puts back. */
export function packElement(element: BoardElement): object {
  const isUsual = ([name, value]: [string, unknown]) =>
    name === 'updated' || (Object.hasOwn(usual, name) && isEqual(value, usual[name as keyof typeof usual]));
  return Object.fromEntries(Object.entries(element).filter((entry) => !isUsual(entry)));
}

function isEqual(value: unknown, other: unknown): boolean {
  return (
    value === other || (Array.isArray(value) && Array.isArray(other) && value.length + other.length === 0)
  );
}

function safeLink(text: string | null | undefined): string | null {
  if (!text || text.length > 2_000 || !URL.canParse(text)) return null;
  return ['http:', 'https:'].includes(new URL(text).protocol) ? text : null;
}
