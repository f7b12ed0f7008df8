/** What somebody answers to a request or a proposal. */

const yes =
  /^(?:(?:yes|yeah|yep|yup|sure|okay|ok|of course|right|fine|good|great|well|oh|ah)[,.! ]+)*(?:yes|yeah|yep|yup|sure(?: thing)?|okay|ok|of course|will do|no problem|no worries|gladly|certainly|absolutely|definitely|right away|right|all right|alright|fine|got it|(?:i(?:'m| am) )?on it|i (?:will|can|shall|do)|i'll|can do|happy to|with pleasure|my pleasure|consider it done|sounds good|agreed|good|great|perfect|makes sense|understood|noted|that (?:works|should work|is fine)|works for me|i think so|you'll have it|you will have it|i promise|no objections?|not at all|done|aye|mm-?hm+|mhm|uh-?huh)\b/i;
const no =
  /^(?:(?:well|oh|ah|sorry|hmm|actually|honestly)[,.]? )*(?:no(?! problem| worries| objection)|nope|nah|unfortunately|not (?:really|me|sure|this|today)|i(?:'m| am) (?:afraid|on (?:holiday|vacation|leave)|away|out|off|busy|swamped|fully booked|not)|i would rather|i'd rather|maybe|perhaps|i doubt|let me (?:think|check|see)|we'll see|we will see|i don't|i do not|i have no)\b|^sorry\b/i;
const inability =
  /\b(?:i|we) (?:can't|cannot|can not|won't|will not|don't have|do not have|have no)\b(?!.*\b(?:before|until|earlier)\b)|\balready\b|\bno time\b|\b(?:i'm|i am) (?:on (?:holiday|vacation|leave)|away|off)\b|\b(?:someone|somebody) else\b/i;

export type Answer = 'yes' | 'no' | 'neither';

/** "Yes, but not before July" is a yes, "Sure, but I can't this week" is none. */
export function readAnswer(text: string): Answer {
  if (no.test(text) || inability.test(text)) return 'no';
  return yes.test(text) && !text.trim().endsWith('?') ? 'yes' : 'neither';
}

const agreement =
  /^(?:(?:yes|yeah|yep|okay|ok|sure|right|good|great|fine|well|true|oh|alright|all right|i think|then)[,.!]* )*(?:i (?:fully |totally |completely |also )?agree|i (?:(?:would|'d|also|fully) )*support (?:that|it|this)|i'd support (?:that|it|this)|agreed|sounds (?:good|great|right|fine|reasonable|like a plan)|(?:that|it)? ?(?:works|is fine|is okay|is good|suits) (?:for |by |with )?(?:me|us)|works for (?:me|us)|fine(?: with me| by me| for me)?|nice|cool|wonderful|brilliant|good choice|fine|okay by me|good idea|great idea|nice idea|(?:that's|that is) (?:fine|good|great|better|reasonable|a (?:good|great|fine|nice) (?:idea|plan|point))|perfect|(?:that )?makes sense|i(?:'m| am) (?:fine|okay|ok|happy|good|in|for it|in favou?r)|i can live with|i like (?:that|it|the idea)|absolutely|exactly|deal|done deal|yes|yeah|yep|okay|ok|sure|me too|same here|i second|seconded|of course|definitely|let us do|let's do|(?:i have )?no objections?|none from me|good|great|alright|all right|aye|all in favou?r|go for it|so do i|i'd (?:prefer|take|go with) that)\b/i;
const objection =
  /\b(?:i disagree|i (?:don't|do not) (?:think|agree|like|want|see)|(?:is|are|that's|sounds|seems|be|be much|feels|it's|a bit|far|much|way) too \w+|^too \w+|rather not|not (?:sure|convinced|happy|a good idea|possible|going to work)|no way|bad idea|terrible idea|(?:won't|will not|can't|cannot|doesn't|does not|wouldn't|would not) (?:work|be possible|be enough|do that|afford|help)|(?:i'm|i am|i'd be|i would be) against|impossible|we (?:can't|cannot)|let's not|let us not|hold on|wait a|over my dead body|i would be careful|veto)\b|^(?:(?:hmm|well|oh|sorry|actually)[,.]? )*(?:no(?! problem| objection| worries)|nope|nah)\b/i;

/** "Okay, but that is too early" objects. */
export function readStance(text: string): 'agrees' | 'objects' | 'neither' {
  if (objection.test(text)) return 'objects';
  return agreement.test(text) && !text.trim().endsWith('?') ? 'agrees' : 'neither';
}

const joke =
  /\b(?:just kidding|i'm kidding|kidding|just joking|i'm joking|i am joking|only joking|joking aside|ha ?ha|lol|that was a joke|it's a joke|not serious|not really, no)\b/i;

export const isJoke = (text: string): boolean => joke.test(text);
