import { describe, expect, it } from 'vitest';
import { createSpokenText } from '../words/spoken-text.ts';
import { takeStart } from './resolve-start.ts';

/** A Tuesday morning, in winter time. */
const tuesday = { now: '2026-03-03T09:00:00+01:00', timeZone: 'Europe/Berlin' };
const start = (words: string, clock = tuesday) => takeStart(createSpokenText(words), clock);
const on = (weekday: string) => {
  const dates = [
    '2026-03-02',
    '2026-03-03',
    '2026-03-04',
    '2026-03-05',
    '2026-03-06',
    '2026-03-07',
    '2026-03-08',
  ];
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  return { ...tuesday, now: `${dates[names.indexOf(weekday)]}T09:00:00+01:00` };
};

describe(takeStart, () => {
  it.each([
    ['next Tuesday at ten', '2026-03-10T10:00:00+01:00'],
    ['next tuesday at 10', '2026-03-10T10:00:00+01:00'],
    ['next Tuesday at ten.', '2026-03-10T10:00:00+01:00'],
    ['next Tuesday, at 10 a.m.', '2026-03-10T10:00:00+01:00'],
    ['next Tuesday at 10 AM', '2026-03-10T10:00:00+01:00'],
    ['next Tuesday at 10am', '2026-03-10T10:00:00+01:00'],
    ['next Tuesday at 10:00', '2026-03-10T10:00:00+01:00'],
    ['next Tuesday at 10:00 AM.', '2026-03-10T10:00:00+01:00'],
    ["next Tuesday, ten o'clock", '2026-03-10T10:00:00+01:00'],
    ['next Tuesday at ten o’clock in the morning', '2026-03-10T10:00:00+01:00'],
    ['at ten next Tuesday', '2026-03-10T10:00:00+01:00'],
    ['at 10 on Tuesday next week', '2026-03-10T10:00:00+01:00'],
    ['next week on Tuesday at ten', '2026-03-10T10:00:00+01:00'],
    ['next week Tuesday at ten', '2026-03-10T10:00:00+01:00'],
    ['a week from today at ten', '2026-03-10T10:00:00+01:00'],
    ['Tuesday week at ten', '2026-03-17T10:00:00+01:00'],
    ['in a week at ten', '2026-03-10T10:00:00+01:00'],
    ['this Tuesday at ten', '2026-03-03T10:00:00+01:00'],
    ['today at ten', '2026-03-03T10:00:00+01:00'],
    ['Wednesday at ten', '2026-03-04T10:00:00+01:00'],
    ['on Wednesday at ten thirty', '2026-03-04T10:30:00+01:00'],
    ['this Friday at half past two', '2026-03-06T14:30:00+01:00'],
    ['next Friday at half past two', '2026-03-13T14:30:00+01:00'],
    ['Friday at half two', '2026-03-06T14:30:00+01:00'],
    ['Friday at quarter past nine', '2026-03-06T09:15:00+01:00'],
    ['Friday at a quarter to three', '2026-03-06T14:45:00+01:00'],
    ['Friday at quarter to one', '2026-03-06T12:45:00+01:00'],
    ['Friday at twenty past four', '2026-03-06T16:20:00+01:00'],
    ['Friday at ten to five', '2026-03-06T16:50:00+01:00'],
    ['Friday at nine fifteen', '2026-03-06T09:15:00+01:00'],
    ['Friday at eleven forty five', '2026-03-06T11:45:00+01:00'],
    ['Friday at ten oh five', '2026-03-06T10:05:00+01:00'],
    ['Friday at three', '2026-03-06T15:00:00+01:00'],
    ['Friday at 3 p.m.', '2026-03-06T15:00:00+01:00'],
    ['Friday at three in the afternoon', '2026-03-06T15:00:00+01:00'],
    ['Friday afternoon at three', '2026-03-06T15:00:00+01:00'],
    ['Friday at seven in the evening', '2026-03-06T19:00:00+01:00'],
    ['Friday at six in the morning', '2026-03-06T06:00:00+01:00'],
    ['Friday at 15:00', '2026-03-06T15:00:00+01:00'],
    ['Friday at 15.30', '2026-03-06T15:30:00+01:00'],
    ['Friday at fourteen hundred', '2026-03-06T14:00:00+01:00'],
    ['Friday at fifteen thirty', '2026-03-06T15:30:00+01:00'],
    ['Friday at noon', '2026-03-06T12:00:00+01:00'],
    ['Friday at twelve', '2026-03-06T12:00:00+01:00'],
    ['Friday around eleven', '2026-03-06T11:00:00+01:00'],
    ['tomorrow at eight', '2026-03-04T08:00:00+01:00'],
    ['tomorrow morning', '2026-03-04T09:00:00+01:00'],
    ['tomorrow afternoon', '2026-03-04T15:00:00+01:00'],
    ['tomorrow evening', '2026-03-04T18:00:00+01:00'],
    ['tonight at eight', '2026-03-03T20:00:00+01:00'],
    ['this afternoon at four', '2026-03-03T16:00:00+01:00'],
    ['this afternoon', '2026-03-03T15:00:00+01:00'],
    ['the day after tomorrow at ten', '2026-03-05T10:00:00+01:00'],
    ['in two weeks at ten', '2026-03-17T10:00:00+01:00'],
    ['two weeks from today at ten', '2026-03-17T10:00:00+01:00'],
    ['in a fortnight at ten', '2026-03-17T10:00:00+01:00'],
    ['in two weeks on Thursday at ten', '2026-03-19T10:00:00+01:00'],
    ['Thursday in two weeks at ten', '2026-03-19T10:00:00+01:00'],
    ['in three days at ten', '2026-03-06T10:00:00+01:00'],
    ['a week from Monday at nine', '2026-03-16T09:00:00+01:00'],
    ['on the twelfth at ten', '2026-03-12T10:00:00+01:00'],
    ['on the 2nd at ten', '2026-04-02T10:00:00+02:00'],
    ['on the third of April at ten', '2026-04-03T10:00:00+02:00'],
    ['on April third at ten', '2026-04-03T10:00:00+02:00'],
    ['on April 3rd, at 10:30', '2026-04-03T10:30:00+02:00'],
    ['on 3 April 2027 at ten', '2027-04-03T10:00:00+02:00'],
    ['Thursday, March twelfth at ten', '2026-03-12T10:00:00+01:00'],
    ['on the twenty first of March at ten', '2026-03-21T10:00:00+01:00'],
    ['January fifth at ten', '2027-01-05T10:00:00+01:00'],
    ['2026-05-04 at 10:00', '2026-05-04T10:00:00+02:00'],
    ['at ten', '2026-03-03T10:00:00+01:00'],
    ['at half past eight', '2026-03-04T08:30:00+01:00'],
    ['in an hour', '2026-03-03T10:00:00+01:00'],
    ['in half an hour', '2026-03-03T09:30:00+01:00'],
    ['in twenty minutes', '2026-03-03T09:20:00+01:00'],
  ])('%s', (words, startsAt) => {
    expect(start(words)).toEqual({ kind: 'at', startsAt, durationMinutes: null });
  });

  it.each([
    ['Monday', '2026-03-10'],
    ['Tuesday', '2026-03-10'],
    ['Wednesday', '2026-03-10'],
    ['Thursday', '2026-03-10'],
    ['Friday', '2026-03-10'],
    ['Saturday', '2026-03-10'],
    ['Sunday', '2026-03-10'],
  ])('"next Tuesday" said on a %s is the Tuesday of the week after', (weekday, date) => {
    expect(start('next Tuesday at ten', on(weekday))).toMatchObject({ startsAt: `${date}T10:00:00+01:00` });
  });

  it.each([
    ['Monday', '2026-03-03'],
    ['Wednesday', '2026-03-10'],
    ['Sunday', '2026-03-10'],
  ])('"Tuesday" said on a %s is the coming one', (weekday, date) => {
    expect(start('on Tuesday at ten', on(weekday))).toMatchObject({ startsAt: `${date}T10:00:00+01:00` });
  });

  it('asks which of two when "Tuesday" is said on a Tuesday, unless the time is over', () => {
    expect(start('on Tuesday at ten')).toEqual({
      kind: 'ask',
      question: 'Today is Tuesday. Do you mean today, or Tuesday, 10 March?',
    });
    expect(start('on Tuesday at eight')).toMatchObject({ startsAt: '2026-03-10T08:00:00+01:00' });
  });

  it.each([
    ['tomorrow at ten for an hour', 60],
    ['tomorrow at ten for half an hour', 30],
    ['for 45 minutes tomorrow at ten', 45],
    ['tomorrow at ten for an hour and a half', 90],
    ['a two hour meeting tomorrow at ten', 120],
    ['tomorrow at ten for fifteen minutes', 15],
    ['tomorrow from ten to eleven', 60],
    ['tomorrow from ten to eleven thirty', 90],
    ['tomorrow between 10:00 and 10:45', 45],
    ['a one-hour call tomorrow at ten', 60],
    ['a 90-minute workshop tomorrow at ten', 90],
  ])('takes the length out of "%s"', (words, durationMinutes) => {
    expect(start(words)).toEqual({ kind: 'at', startsAt: '2026-03-04T10:00:00+01:00', durationMinutes });
  });

  it.each([
    ['Europe/Berlin', '2026-03-28T12:00:00+01:00', 'tomorrow at ten', '2026-03-29T10:00:00+02:00'],
    ['America/New_York', '2026-03-03T09:00:00-05:00', 'next Tuesday at ten', '2026-03-10T10:00:00-04:00'],
    ['America/New_York', '2026-03-03T09:00:00-05:00', 'tomorrow at ten', '2026-03-04T10:00:00-05:00'],
    ['Europe/London', '2026-10-24T12:00:00+01:00', 'tomorrow at ten', '2026-10-25T10:00:00+00:00'],
    ['Australia/Sydney', '2026-04-02T09:00:00+11:00', 'next Monday at ten', '2026-04-06T10:00:00+10:00'],
    ['Asia/Kolkata', '2026-11-24T23:30:00+05:30', 'tomorrow at half past two', '2026-11-25T14:30:00+05:30'],
    ['Pacific/Auckland', '2026-11-23T20:30:00Z', 'tomorrow at ten', '2026-11-25T10:00:00+13:00'],
    ['America/Los_Angeles', '2026-11-24T06:00:00Z', 'tomorrow at ten', '2026-11-24T10:00:00-08:00'],
    ['Asia/Kathmandu', '2026-11-24T10:00:00+05:45', 'today at five', '2026-11-24T17:00:00+05:45'],
    ['UTC', '2026-11-24T10:00:00Z', 'next Tuesday at ten', '2026-12-01T10:00:00Z'],
    ['Europe/Berlin', '2026-10-24T12:00:00+02:00', 'tomorrow at 2:30 am', '2026-10-25T02:30:00+02:00'],
  ])('reckons in %s at %s: %s', (timeZone, now, words, startsAt) => {
    expect(start(words, { now, timeZone })).toMatchObject({ startsAt });
  });

  it.each([
    ['', 'On which day, and at what time?'],
    ['next Thursday', 'At what time on Thursday, 12 March?'],
    ['tomorrow', 'At what time tomorrow?'],
    ['next week', 'Which day next week, and at what time?'],
    ['next week at ten', 'Which day next week?'],
    ['yesterday at ten', 'Monday, 2 March at 10:00 is over. Which time do you mean?'],
    ['today at eight in the morning', 'Tuesday, 3 March at 08:00 is over. Which time do you mean?'],
    ['last Friday at ten', 'Friday, 27 February at 10:00 is over. Which time do you mean?'],
    ['on February thirtieth at ten', 'There is no february 30th. Which day do you mean?'],
    [
      'on the 29th of March at 2:30 am',
      'On Sunday, 29 March the clock goes from 02:00 to 03:00. Which time do you mean?',
    ],
  ])('asks one question about "%s"', (words, question) => {
    expect(start(words)).toEqual({ kind: 'ask', question });
  });

  it('takes today at nine for the evening when the morning is over', () => {
    expect(start('today at nine', { ...tuesday, now: '2026-03-03T15:00:00+01:00' })).toMatchObject({
      startsAt: '2026-03-03T21:00:00+01:00',
    });
  });

  it('leaves the rest of the request as it was said', () => {
    const text = createSpokenText('a follow-up meeting with Zoë next Tuesday at ten for 45 minutes');
    takeStart(text, tuesday);
    expect(text.rest()).toBe('a follow-up meeting with Zoë');
  });
});
