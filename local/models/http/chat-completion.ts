/** A turn in the shapes of OpenAI's API: one object, or chunks that end with what was used. */
import { rulesModel } from '../../../lib/assistant-brief.ts';
import type { Turn } from '../chat/turn.ts';

export interface Completion {
  id: string;
  createdSeconds: number;
  turn: Turn;
  usage: { prompt_tokens: number; completion_tokens: number; total_tokens: number };
}

/** Characters of a token in English; rules have no tokens, so usage is an estimate. */
const charactersPerToken = 4;

export function createCompletion({
  promptCharacters,
  ...rest
}: Pick<Completion, 'id' | 'createdSeconds' | 'turn'> & { promptCharacters: number }): Completion {
  const { turn } = rest;
  const written = turn.kind === 'say' ? turn.text : JSON.stringify(turn.arguments);
  const prompt_tokens = Math.ceil(promptCharacters / charactersPerToken);
  const completion_tokens = Math.ceil(written.length / charactersPerToken);
  return {
    ...rest,
    usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens },
  };
}

export function completionOf(completion: Completion) {
  const { turn, usage } = completion;
  const message =
    turn.kind === 'say'
      ? { role: 'assistant', content: turn.text, refusal: null }
      : { role: 'assistant', content: null, refusal: null, tool_calls: [toolCall(completion, turn)] };
  return {
    ...head(completion, 'chat.completion'),
    choices: [{ index: 0, message, logprobs: null, finish_reason: finishReason(turn) }],
    usage,
  };
}

/** Text goes out in words, as consumers of streams expect; a call in one piece. */
export function* streamOf(completion: Completion, withUsage: boolean) {
  const { turn, usage } = completion;
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    ...head(completion, 'chat.completion.chunk'),
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
    ...(withUsage ? { usage: null } : {}),
  });
  yield chunk({ role: 'assistant', content: turn.kind === 'say' ? '' : null });
  if (turn.kind === 'say')
    for (const word of turn.text.match(/\s*\S+/g) ?? []) yield chunk({ content: word });
  else yield chunk({ tool_calls: [{ index: 0, ...toolCall(completion, turn) }] });
  yield chunk({}, finishReason(turn));
  if (withUsage) yield { ...head(completion, 'chat.completion.chunk'), choices: [], usage };
}

const head = ({ id, createdSeconds }: Completion, object: string) => ({
  id,
  object,
  created: createdSeconds,
  model: rulesModel,
});

const finishReason = ({ kind }: Turn) => (kind === 'say' ? 'stop' : 'tool_calls');

function toolCall({ id }: Completion, turn: Extract<Turn, { kind: 'call' }>) {
  return {
    id: id.replace('chatcmpl-', 'call_'),
    type: 'function',
    function: { name: turn.tool, arguments: JSON.stringify(turn.arguments) },
  };
}
