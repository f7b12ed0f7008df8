import type { ReactElement } from 'react';
import { button, link, mailFrame, paragraph, smallPrint } from '../../../lib/mail/frame.ts';

interface AccountMail {
  subject: string;
  template: ReactElement;
}

/** To someone who asked for a new password. */
export function passwordResetMail({ name, url }: { name: string; url: string }): AccountMail {
  return {
    subject: 'Choose a new password for Parley',
    template: mailFrame(
      'The link is good for one hour.',
      `Hello ${name}`,
      paragraph('Somebody, most likely you, asked for a new password for your Parley account.'),
      button('Choose a new password', url),
      smallPrint(
        'The link is good for one hour and for one use. If it was not you, nothing has changed; you can ignore this mail.',
      ),
    ),
  };
}

/** To an address that has no account yet. */
export function confirmSignUpMail({ url, site }: { url: string; site: string }): AccountMail {
  return {
    subject: 'Finish making your Parley account',
    template: mailFrame(
      'One step is left: your name and a password.',
      'One step is left',
      paragraph('Follow the link, and choose your name and a password.'),
      button('Finish my account', url),
      smallPrint(
        'The link is good for 24 hours. Somebody typed your address on ',
        link(site),
        '. If it was not you, ignore this mail; no account is made.',
      ),
    ),
  };
}

/** To an address that has an account, when somebody tries to make another one with it. */
export function alreadySignedUpMail({ name, site }: { name: string; site: string }): AccountMail {
  return {
    subject: 'You have a Parley account already',
    template: mailFrame(
      'There is no need for another one.',
      `Hello ${name}`,
      paragraph(
        'Somebody, most likely you, tried to make a Parley account with this address. It has one already.',
      ),
      button('Sign in', `${site}/sign-in`),
      smallPrint('Forgot the password? ', link(`${site}/forgot-password`, 'Choose a new one'), '.'),
    ),
  };
}
