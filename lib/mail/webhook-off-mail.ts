import type { ReactElement } from 'react';
import { button, mailFrame, paragraph, smallPrint } from './frame.ts';

interface WebhookOffMail {
  /** Of the endpoint. */
  name: string;
  url: string;
  /** `gone`: it answered 410; `failing`: it took nothing for days. */
  why: 'gone' | 'failing';
  /** Where it is turned on again. */
  pageUrl: string;
}

/** To the owner of an installation: another system is not told any more what happens here. */
export function webhookOffMail(mail: WebhookOffMail): { subject: string; template: ReactElement } {
  const { name, url, why, pageUrl } = mail;
  const reason =
    why === 'gone'
      ? 'It answered that it wants no more (410 Gone).'
      : 'It has taken none for five days, and each was tried for a day.';
  return {
    subject: `Webhooks turned off: ${name.replace(/\s+/g, ' ')}`,
    template: mailFrame(
      reason,
      `"${name}" gets no webhooks any more`,
      paragraph(reason),
      paragraph(
        'What it refused can be sent again from the page. What happens while it is off is not kept for it.',
      ),
      button('Open the webhooks', pageUrl),
      smallPrint(`Its address is ${url}`),
    ),
  };
}
