import { useEffect, useRef } from 'react';
import { toast } from 'sonner';
import type { Persona } from '../../../../lib/messages.ts';

/** The name of the AI participant now. Says so when another one takes over, with its greeting. */
export function useRoomPersona(persona: Persona | null, nameAtJoin: string): string {
  const name = persona?.name ?? nameAtJoin;
  const greeting = persona?.greeting ?? '';
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (before.current !== null && before.current !== name) {
      toast(`${name} is the AI participant now`, greeting === '' ? {} : { description: `“${greeting}”` });
    }
    before.current = name;
  }, [name, greeting]);
  return name;
}
