/** What somebody is about to ask, while they write it. */
import { type OwnPoll, pollLimits, type WritePoll } from '../../../../lib/poll-messages.ts';

export interface PollForm {
  /** Made when the form is opened: asking again asks nothing twice. */
  id: OwnPoll['id'];
  question: string;
  choices: readonly string[];
  multiple: boolean;
  anonymous: boolean;
  results: OwnPoll['results'];
}

/** What is wrong with a form: with its question, or with the choice at a place. */
export interface PollProblem {
  at: 'question' | number;
  text: string;
}

export function beginForm(id: PollForm['id']): PollForm {
  return { id, question: '', choices: ['', ''], multiple: false, anonymous: false, results: 'live' };
}

export function editForm({ id, question, choices, multiple, anonymous, results }: OwnPoll): PollForm {
  return { id, question, choices, multiple, anonymous, results };
}

export function setChoice(form: PollForm, at: number, text: string): PollForm {
  return { ...form, choices: form.choices.map((each, place) => (place === at ? text : each)) };
}

export function addChoice(form: PollForm): PollForm {
  return form.choices.length < pollLimits.mostChoices ? { ...form, choices: [...form.choices, ''] } : form;
}

export function removeChoice(form: PollForm, at: number): PollForm {
  return { ...form, choices: form.choices.filter((_, place) => place !== at) };
}

/** The first thing that web would refuse, in words; null when it can be asked. */
export function findProblem({ question, choices }: PollForm): PollProblem | null {
  const { question: mostQuestion, choice: mostChoice, fewestChoices } = pollLimits;
  if (question.trim() === '') return { at: 'question', text: 'Please write a question.' };
  if (question.trim().length > mostQuestion) {
    return { at: 'question', text: `At most ${mostQuestion} characters.` };
  }
  const seen = new Set<string>();
  for (const [at, choice] of choices.entries()) {
    const text = choice.trim();
    if (text === '') continue;
    if (text.length > mostChoice) return { at, text: `At most ${mostChoice} characters.` };
    const key = text.normalize('NFKC').toLowerCase();
    if (seen.has(key)) return { at, text: 'This choice is there already.' };
    seen.add(key);
  }
  if (seen.size >= fewestChoices) return null;
  const empty = choices.findIndex((choice) => choice.trim() === '');
  return { at: Math.max(empty, 0), text: `Please write ${fewestChoices} choices at least.` };
}

/** Choices that were left empty are none. */
export function toRequest({ id: _, choices, ...form }: PollForm, launch: boolean): WritePoll {
  return { ...form, choices: choices.filter((choice) => choice.trim() !== ''), launch };
}
