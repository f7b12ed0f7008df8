import { readyMade } from '../assistant/questions.ts';
import type { Question } from '../assistant/useReplies.ts';
import type { Command } from '../commands/command.ts';
import type { RoomControls } from './room-controls.ts';

/** The ready-made questions to the AI participant. */
export function askCommands(room: RoomControls): Command[] {
  return readyMade.map(({ kind, label }) => ({
    id: `ask-${kind}`,
    label,
    words: 'question',
    group: groupOfAsking(room.personaName),
    icon: 'ask',
    refused: room.askClosed,
    run: () => ask(room, { kind, question: '', audience: 'me' }),
  }));
}

/** What can be done with any words: they are a question. */
export function wordsAsQuestion(room: RoomControls, words: string): Command[] {
  const { personaName, askClosed } = room;
  if (words === '') return [];
  const question = { kind: 'question', question: words, audience: 'me' } as const;
  return [
    {
      id: 'ask-words',
      label: `Ask “${words}”`,
      group: groupOfAsking(personaName),
      icon: 'ask',
      refused: askClosed,
      run: () => ask(room, question),
    },
  ];
}

const groupOfAsking = (personaName: string) => `Ask ${personaName}, answered only to you`;

function ask({ sides, replies }: RoomControls, question: Question): void {
  sides.show('ask')(true);
  replies.ask(question);
}
