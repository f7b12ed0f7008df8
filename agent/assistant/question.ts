import type { Audience, LineRef, QuestionKind } from '../../lib/assistant-messages.ts';
import type { Id, ParticipantId } from '../../lib/ids.ts';

/** Something that a person wants of the AI participant, however they asked. */
export interface Question {
  /** Also the id of the reply. */
  id: Id<'rpl'>;
  kind: QuestionKind;
  asker: { id: ParticipantId; name: string };
  /** What was asked, without the name of the AI participant. */
  text: string;
  /** The line in which it was asked; null for typed questions. */
  cause: LineRef | null;
  audience: Audience;
}

/** What the ready-made questions ask, in words. */
export const readyMade: Record<Exclude<QuestionKind, 'question'>, string> = {
  catchUp: 'Catch me up: what happened so far?',
  mentions: 'Was I mentioned?',
  decisions: 'What was decided so far?',
  openQuestions: 'Which questions are still open?',
  myTasks: 'What are my tasks?',
};
