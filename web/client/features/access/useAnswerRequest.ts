import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccessDecision, AccessRequestView } from '../../../../lib/access-requests.ts';
import { say } from '../../ui/say.ts';
import { decideAccess, disallowAccess } from '../api/access-requests.ts';
import { allRequests } from './useAccessRequests.ts';

interface Choice {
  request: AccessRequestView;
  choice: AccessDecision | 'disallow';
}

/** Answers requests, and takes answers back. What went wrong is said in passing, and the list is read again. */
export function useAnswerRequest() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ request, choice }: Choice) =>
      choice === 'disallow' ? disallowAccess(request) : decideAccess(request, choice),
    onSuccess: (_, { request, choice }) => void say({ text: said[choice](request.name), key: request.id }),
    onError: (error, { request }) => void say({ text: error.message, key: request.id, isError: true }),
    onSettled: (_data, _error, { request }) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: allRequests }),
        queries.invalidateQueries({ queryKey: ['meetings', 'details', request.meeting.id] }),
        queries.invalidateQueries({ queryKey: ['meetings', 'access-log', request.meeting.id] }),
      ]),
  });
}

const said: Record<Choice['choice'], (name: string) => string> = {
  allow: (name) => `${name} may see the meeting now, and gets a mail.`,
  refuse: (name) => `${name} sees nothing, and is not told.`,
  disallow: (name) => `${name} sees the meeting no more.`,
};
