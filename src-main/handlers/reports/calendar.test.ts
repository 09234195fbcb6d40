import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '../../testing/test-backend';

async function entriesOf({ call, folder }: TestBackend, owner?: string) {
  const out = join(folder, 'due.ics');
  const { rows, bytes } = await call('exports.calendar', { out, ...(owner !== undefined && { owner }) });
  const text = readFileSync(out, 'utf8');
  expect(bytes).toBe(Buffer.byteLength(text));
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(events).toHaveLength(rows);
  return events.map((event) => ({
    uid: event.uid,
    day: event.startDate.toString(),
    title: event.summary,
    detail: event.description ?? '',
  }));
}

describe('the calendar of what falls due', () => {
  it('of the sample, has every review, retraining, mitigation and step that its screens have', {
    timeout: 120_000,
  }, async () => {
    const engine = await testBackend({ portfolio: false });
    engine.at('2026-11-26T10:00:00.000Z');
    const { call } = engine;
    await call('workspace.sample', { day: '2026-11-26' });
    const before = await entriesOf(engine);
    const { rows: models } = await call('models.list', { limit: 1_000 });
    const due = models.filter(({ reviewDue, stage }) => reviewDue !== null && stage !== 'retired');
    expect(
      before
        .filter(({ title }) => title.startsWith('Review due: '))
        .map(({ day }) => day)
        .sort(),
    ).toEqual(due.map(({ reviewDue }) => reviewDue?.slice(0, 10)).sort());

    const { items } = await call('drift.retraining', {});
    const [item] = items;
    if (!item) throw new Error('the sample has retraining that is due');
    await call('drift.startRetraining', { id: item.id, owner: 'Kim', until: '2026-12-20' });
    const { rows: incidents } = await call('incidents.list', { filter: { status: ['open', 'acknowledged'] } });
    const [incident] = incidents;
    if (!incident) throw new Error('the sample has open incidents');
    await call('incidents.planMitigation', { id: incident.id, owner: 'Kim', due: '2026-12-01' });
    const after = await entriesOf(engine, 'Kim');
    expect(after.map(({ day, title }) => [day, title])).toEqual([
      ['2026-12-01', `Incident ${incident.number} to be mitigated: ${incident.title}`],
      ['2026-12-20', `Retraining to be live: ${item.model}`],
    ]);
    // The same duty keeps its name from file to file, whatever else changes.
    const again = await entriesOf(engine);
    expect(new Set(again.map(({ uid }) => uid)).size).toBe(again.length);
    expect(before.every(({ uid }) => again.some((one) => one.uid === uid))).toBe(true);
    const steps = again.filter(({ title }) => title.startsWith('Roadmap: '));
    expect(steps.every(({ detail, day }) => day >= '2026-01-01' && detail !== '')).toBe(true);
  });

  it('has reviews that an event called for, findings, and reports to authorities', async () => {
    const engine = await testBackend();
    engine.at('2026-11-30T10:00:00.000Z');
    const { call } = engine;
    const { id } = await call('models.create', { name: 'Score', unit: 'Retail', reviewer: 'Greta Voss' });
    await call('models.move', { id, to: 'deployed', at: '2026-04-10', reason: 'Live' });
    const wrong = { title: 'Wrong premiums', modelId: id, severity: 2, openedAt: '2026-11-17' } as const;
    const incident = await call('incidents.create', wrong);
    const found = { modelId: id, title: 'Thin files', source: 'review', severity: 'high' } as const;
    await call('findings.create', { ...found, openedOn: '2026-11-02', due: '2026-11-20', owner: 'Ada' });
    const clock = { incidentId: incident.id, pack: 'eu-ai-act', clock: 'art73', awareOn: '2026-11-20' };
    await call('governance.noteReport', { ...clock, class: 'other' });
    const told = (await entriesOf(engine)).map(({ day, title }) => [day, title]);
    expect(told).toEqual([
      ['2026-11-20', 'Finding to be closed: Thin files, Score'],
      ['2026-12-05', 'Report to the authority: Wrong premiums'],
      ['2027-02-15', 'Review after incident 1 of 17 Nov 2026: Score'],
    ]);
    expect((await entriesOf(engine, 'Greta Voss')).map(({ day }) => day)).toEqual(['2027-02-15']);
    await call('governance.noteReport', { ...clock, class: 'other', reportedOn: '2026-11-30' });
    await call('reviews.complete', { modelId: id, on: '2026-11-30', by: 'Greta Voss' });
    expect((await entriesOf(engine)).map(({ day }) => day)).toEqual(['2026-11-20']);
  });

  it('refuses to lie over a portfolio', async () => {
    const { call, file } = await testBackend();
    await expect(call('exports.calendar', { out: file })).rejects.toThrow(/portfolio/);
  });
});
