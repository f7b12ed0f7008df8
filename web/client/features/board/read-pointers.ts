import { z } from 'zod/mini';

const stateSchema = z.object({
  user: z.object({ id: z.nullable(z.string()), name: z.string() }),
  pointer: z.object({ x: z.number(), y: z.number() }),
});

export interface Pointer {
  /** Of the browser that it belongs to. */
  client: number;
  /** As web says, and not the browser. */
  personId: string | null;
  name: string;
  x: number;
  y: number;
}

/** Where others point now, from what their browsers say; whoever does not point is left out. */
export function readPointers(states: ReadonlyMap<number, unknown>, me: number): Pointer[] {
  return [...states].flatMap(([client, state]) => {
    const parsed = stateSchema.safeParse(state);
    if (client === me || !parsed.success) return [];
    const { user, pointer } = parsed.data;
    return [{ client, personId: user.id, name: user.name, ...pointer }];
  });
}
