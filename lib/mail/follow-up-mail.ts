import type { ReactElement } from 'react';
import { button, mailFrame, paragraph, smallPrint } from './frame.ts';

interface FollowUpMail {
  subject: string;
  /** Paragraphs are separated by line breaks. */
  body: string;
  /** Name of whoever approved it. */
  sender: string;
  meetingTitle: string;
  /** The page of the meeting. */
  url: string;
}

/** To people of a meeting, in the words that one of them has read and approved. */
export function followUpMail({ subject, body, sender, meetingTitle, url }: FollowUpMail): ReactElement {
  const paragraphs = body.split('\n').filter((line) => line !== '');
  return mailFrame(
    paragraphs[0] ?? subject,
    subject,
    ...paragraphs.map((line) => paragraph(line)),
    button('Open the meeting', url),
    smallPrint(
      `Written by the AI participant of "${meetingTitle}", read and approved by ${sender}. Opening the meeting needs `,
      'an account that was part of it.',
    ),
  );
}
