/** Short things said to the AI participant that need no answer. */
import { wordsOf } from './words.ts';

const stops =
  /^(?:(?:no|ok|okay|oh|please|just|sorry)\s)*(?:stop(?: it| that| talking| speaking| there| now)?|be quiet|quiet|silence|hush|shut up|enough|that(?:s| is)? enough|that(?: i)?s? ?enough|nevermind|never mind|forget (?:it|that|about it)|cancel(?: it| that)?|hold on|hang on|not now)(?:\s(?:please|now|for now|thanks|thank you))*$/;
const thanks =
  /^(?:(?:no|ok|okay|oh|yes|yeah|great|perfect|good|very|nice|and|that is|that)\s)*(?:thanks|thank you|cheers|great|perfect|wonderful|excellent|nice|good|fine|ok|okay|yes|no|right|exactly|good job|well done|nice work|good work|great job|good bye|goodbye|bye|bye bye|see you|you too|youre welcome|helpful|all)(?:\s(?:a lot|very much|so much|again|everyone|all|for (?:that|this|now|today|your help|the (?:summary|answer|help)|everything)|indeed|then|helpful|is|that|very|thats|great|good|was|one))*$/;

export type Courtesy = 'stop' | 'thanks';

/** `stop` for a wish for silence, `thanks` for thanks, praise and goodbyes, null for everything else. */
export function courtesyOf(request: string): Courtesy | null {
  const plain = wordsOf(request)
    .map((word) => (word.possessive ? `${word.plain}s` : word.plain))
    .join(' ');
  if (stops.test(plain)) return 'stop';
  return thanks.test(plain) ? 'thanks' : null;
}
