import { useRoomInfo } from '@livekit/components-react';
import { useEffect, useMemo, useRef } from 'react';
import { toast } from 'sonner';
import { readRoomPersona } from './room-persona.ts';

/** The name of the AI participant now. Says so when another one takes over, with its greeting. */
export function useRoomPersona(nameAtJoin: string): string {
  const { metadata } = useRoomInfo();
  const persona = useMemo(() => readRoomPersona(metadata), [metadata]);
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
