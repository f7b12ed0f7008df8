/** What follows a meeting: how long it takes, how it gets along with a limited model, what a step costs. */
import { startMailbox } from '../../e2e/faults/after/mailbox.ts';
import type { Benchmark } from '../context.ts';
import { startLimitedModel } from './limited-model.ts';
import { limitedSummaries } from './limited-summaries.ts';
import { stepOverhead } from './step-overhead.ts';
import { summaryMailed } from './summary-mailed.ts';

export const after: Benchmark = {
  name: 'after',
  models: 'stand-in',
  async open() {
    const mailbox = await startMailbox();
    const model = await startLimitedModel();
    return {
      services: { ...model.env, SMTP_URL: mailbox.url, MAIL_FROM: 'Parley <parley@bench.test>' },
      run: async (context) => [
        await summaryMailed(context, mailbox),
        await limitedSummaries(context, model),
        await stepOverhead(context),
      ],
      async [Symbol.asyncDispose]() {
        await model[Symbol.asyncDispose]();
        await mailbox[Symbol.asyncDispose]();
      },
    };
  },
};
