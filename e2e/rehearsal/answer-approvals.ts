/** People in front of popups: each proposal that comes up is answered once, as a person would, after a pause. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApprovalView, DecideApproval } from '../../lib/assistant-messages.ts';
import type { ApiClient } from './api-client.ts';
import type { ApprovalMode } from './approval-modes.ts';
import type { Attendee } from './attendee.ts';
import { type Attending, messageOf, type Person } from './cast.ts';
import { nowMs } from './clock.ts';
import { editArguments } from './edit-arguments.ts';

const shownAgainTimeoutMs = 15_000;

/** As much of a person as answering takes. */
type Reader = Pick<Person, 'speaker' | 'reload'> & {
  api: Pick<ApiClient, 'decide'>;
  attendee: Pick<Attendee, 'joined'>;
};

export interface Answers {
  /** A popup came up on this person's screen, perhaps not for the first time. */
  shown(speaker: Attending, view: ApprovalView): void;
  /** Resolves when everyone who reads a popup has answered it. */
  finished(): Promise<void>;
}

interface AnswersOptions {
  mode: ApprovalMode;
  people: readonly Reader[];
  onProblem: (sentence: string) => void;
  onProgress: (message: string) => void;
  /** How long it takes to read a popup. */
  readMs?: number;
  signal: AbortSignal;
}

export function answerApprovals(options: AnswersOptions): Answers {
  const { mode, people, onProblem, onProgress, readMs = 1_500, signal } = options;
  const answering = new Map<string, Promise<void>>();
  const timesShown = new Map<string, number>();

  const decide = async ({ api, attendee, speaker }: Reader, id: string, decision: DecideApproval) => {
    await api.decide(attendee.joined, id, decision);
    onProgress(`${speaker.name} answers the proposal: ${decision.decision}`);
  };

  const answer = async (person: Reader, view: ApprovalView) => {
    const { id, digest } = view;
    await sleep(readMs, undefined, { signal });
    if (mode === 'none') return;
    if (mode === 'reject') return decide(person, id, { decision: 'reject', digest, reason: 'Not now.' });
    if (mode === 'wrong-person') await tryAsOthers(person, view);
    if (mode === 'reload') await reload(person, view);
    const edited = mode === 'edit' ? editArguments(view.tool, view.arguments) : null;
    if (edited) return decide(person, id, { decision: 'edit', digest, arguments: edited });
    if (mode === 'edit') onProblem(`${view.tool} has nothing to edit, it was approved as it is`);
    await decide(person, id, { decision: 'approve', digest });
  };

  /** The host too: they may answer only for somebody who has left. */
  const tryAsOthers = async (person: Reader, { id, digest }: ApprovalView) => {
    for (const wrong of people.filter((each) => each !== person)) {
      const refused = await wrong.api
        .decide(wrong.attendee.joined, id, { decision: 'approve', digest })
        .then(() => null, messageOf);
      if (refused === null) onProblem(`${wrong.speaker.name} was not asked and could approve all the same`);
      else onProgress(`${wrong.speaker.name} was not asked and cannot approve: ${refused}`);
    }
  };

  const reload = async (person: Reader, { id }: ApprovalView) => {
    const before = timesShown.get(id) ?? 0;
    await person.reload();
    const deadline = nowMs() + shownAgainTimeoutMs;
    while ((timesShown.get(id) ?? 0) === before) {
      if (nowMs() > deadline) {
        onProblem(`${person.speaker.name} came back and the proposal did not come up again`);
        return;
      }
      await sleep(50, undefined, { signal });
    }
    onProgress(`${person.speaker.name} came back and sees the proposal again`);
  };

  return {
    shown(speaker, view) {
      timesShown.set(view.id, (timesShown.get(view.id) ?? 0) + 1);
      const person = people.find((each) => each.speaker === speaker);
      if (answering.has(view.id) || !person) return;
      onProgress(`${person.speaker.name} is asked about ${view.tool} ${JSON.stringify(view.arguments)}`);
      const answered = answer(person, view).catch((error) => {
        if (!signal.aborted) onProblem(`${person.speaker.name} could not answer: ${messageOf(error)}`);
      });
      answering.set(view.id, answered);
    },
    async finished() {
      await Promise.all(answering.values());
    },
  };
}
