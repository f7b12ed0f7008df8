/**
 * How long work on a recording waits when it is over. Mostly the meeting is over too, and its summary and the mails
 * with it, which people wait for, take the same processor.
 */
export const headStart = '2s';
