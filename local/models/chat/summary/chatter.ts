/** Words that every meeting has: greetings, thanks, who hears whom. They say nothing about this one. */
const chatter =
  /^(?:(?:so|okay|ok|well|right|great|good|oh|and|all right|alright|hi|hey|hello)[,.!]? )*(?:good (?:morning|afternoon|evening|day)|morning|hello|hi|hey|welcome|thanks?|thank you|bye|goodbye|see you|talk to you|have a (?:good|great|nice|lovely)|that(?:'s| is) (?:all|it)|sorry|no problem|you(?:'re| are) welcome|(?:let's|let us) (?:begin|start|get|go|move|wrap)|shall we|can (?:you|everyone|everybody) (?:hear|see)|(?:yes, )?(?:i|we) can (?:hear|see)|nice to|enjoy|cheers|one (?:more|last) thing|next (?:point|topic|item)|ha ha|just kidding|is everyone|are we)\b/i;

export const isChatter = (text: string): boolean =>
  chatter.test(text) ||
  /\b(?:can hear you|minutes? late|thank you for (?:joining|coming)|thanks for (?:joining|coming)|on mute)\b/i.test(
    text,
  );
