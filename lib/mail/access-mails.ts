import type { ReactElement } from 'react';
import { button, mailFrame, paragraph, smallPrint } from './frame.ts';

interface AccessMail {
  subject: string;
  template: ReactElement;
}

interface AccessRequestedMail {
  meetingTitle: string;
  name: string;
  email: string;
  /** Whether they have shown that the address is theirs. */
  emailProven: boolean;
  /** Paragraphs are separated by line breaks; empty for none. */
  note: string;
  /** The page of the meeting. */
  url: string;
}

/** To those who host a meeting: somebody who was not part of it asks to see it. */
export function accessRequestedMail(mail: AccessRequestedMail): AccessMail {
  const { meetingTitle, name, email, emailProven, note, url } = mail;
  const heading = `${name} asks to see this meeting`;
  return {
    subject: `Asks to see: ${meetingTitle}`,
    template: mailFrame(
      heading,
      heading,
      paragraph(`Meeting: ${meetingTitle}`),
      paragraph(`Account: ${email}${emailProven ? '' : ' (nobody has confirmed this address)'}`),
      ...note
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => paragraph(line)),
      button('Allow or not', url),
      smallPrint(
        'Whoever you allow can read, hear and search the meeting, and change nothing. You can take it back. ',
        'If you do nothing, they see nothing, and are not told.',
      ),
    ),
  };
}

/** To whoever asked: a host lets them see the meeting. */
export function accessAllowedMail({ meetingTitle, url }: { meetingTitle: string; url: string }): AccessMail {
  return {
    subject: `You may see: ${meetingTitle}`,
    template: mailFrame(
      'You asked to see this meeting, and now you may.',
      meetingTitle,
      paragraph('You asked to see this meeting, and now you may. It stands in your list of meetings.'),
      button('Open the meeting', url),
      smallPrint('It opens with the account that you asked with.'),
    ),
  };
}
