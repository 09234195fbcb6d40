import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarEntries, type Duty } from '#domain/attention/duties';
import { icsOf } from './ics';

const AT = '2026-11-29T19:00:00.000Z';
const fileOf = (entries: readonly CalendarEntry[]): string =>
  icsOf({ name: 'Aldermoor: what falls due', entries, at: AT });

/** Read back by another program's parser. */
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      title: event.summary,
      detail: event.description,
      day: event.startDate.toString(),
      whole: event.startDate.isDate && event.endDate.isDate,
      days: event.duration.toSeconds() / 86_400,
      busy: one.getFirstPropertyValue('transp'),
    };
  });

const duty: Duty = {
  kind: 'review',
  id: 'm1',
  day: '2026-12-31',
  name: 'Churn, B2B; Nord\\Süd',
  owner: 'Ann',
  tier: 1,
};

describe('a calendar file', () => {
  it('reads back in another program as it was told, a whole day that takes no time', () => {
    expect(eventsOf(fileOf(calendarEntries([duty], '2026-11-29')))).toEqual([
      {
        uid: 'review-m1@modelfolio',
        title: 'Review due: Churn, B2B; Nord\\Süd',
        detail: 'For Ann. Tier 1.',
        day: '2026-12-31',
        whole: true,
        days: 1,
        busy: 'TRANSPARENT',
      },
    ]);
  });

  it('is the same bytes for the same content, in lines that every program takes', () => {
    const long = { ...duty, name: `${'名前'.repeat(60)} 🙂 ${'x'.repeat(200)}` };
    const text = fileOf(calendarEntries([long], '2026-11-29'));
    expect(fileOf(calendarEntries([long], '2026-11-29'))).toBe(text);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(eventsOf(text)[0]?.title).toBe(`Review due: ${long.name}`);
  });

  it('loses no text whatever stands in it', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 120 }).filter((one) => !/[\r\p{Cc}]/u.test(one));
    fc.assert(
      fc.property(fc.array(fc.record({ title: text, detail: text }), { maxLength: 5 }), (texts) => {
        const entries = texts.map((one, index) => ({
          ...one,
          uid: `u${index}`,
          day: '2027-01-01',
          category: 'Roadmap',
        }));
        expect(eventsOf(fileOf(entries)).map(({ title, detail }) => ({ title, detail: detail ?? '' }))).toEqual(texts);
      }),
      { numRuns: 200 },
    );
  });
});
