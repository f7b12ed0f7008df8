import type { ReactElement } from 'react';
import { button, link, mailFrame, paragraph, smallPrint } from './frame.ts';

/** `moved` and `skipped` are about one meeting of a series. */
export type InvitationNews = 'invited' | 'updated' | 'cancelled' | 'uninvited' | 'moved' | 'skipped';

interface InvitationMail {
  news: InvitationNews;
  title: string;
  /** Name of who planned the meeting. */
  organizer: string;
  /** In words; null for a meeting without a planned time. */
  when: string | null;
  url: string;
}

const subjects: Record<InvitationNews, (title: string) => string> = {
  invited: (title) => `Invitation: ${title}`,
  updated: (title) => `Changed: ${title}`,
  cancelled: (title) => `Cancelled: ${title}`,
  uninvited: (title) => `Invitation withdrawn: ${title}`,
  moved: (title) => `Moved: ${title}`,
  skipped: (title) => `Cancelled this time: ${title}`,
};

/** To someone whom a host invited by mail. */
export function invitationMail(mail: InvitationMail): { subject: string; template: ReactElement } {
  const { news, title, organizer, when, url } = mail;
  const time = when ? [paragraph(when)] : [];
  const off = news === 'cancelled' || news === 'uninvited' || news === 'skipped';
  const sentences: Record<InvitationNews, string> = {
    invited: `${organizer} invites you to a meeting.`,
    updated: `${organizer} has changed this meeting.`,
    cancelled: `${organizer} has cancelled this meeting.`,
    uninvited: `${organizer} has withdrawn your invitation to this meeting.`,
    moved: `${organizer} has moved this meeting. The others of the series stay as they are.`,
    skipped: `${organizer} has cancelled this meeting. The others of the series take place.`,
  };
  return {
    subject: subjects[news](title),
    template: mailFrame(
      when ?? sentences[news],
      title,
      paragraph(sentences[news]),
      ...time,
      ...(off
        ? []
        : [
            button('Join the meeting', url),
            smallPrint(
              'This link is yours: whoever has it comes in with your invitation. It needs no account. ',
              'An AI participant may listen in the meeting; it is always visible. ',
              link(url),
            ),
          ]),
    ),
  };
}
