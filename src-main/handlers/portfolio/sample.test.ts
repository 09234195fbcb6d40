import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Output } from '#contract/index';
import { HEALTHS, STAGES } from '#domain/vocabulary';
import { SAMPLE_MODELS, SAMPLE_NAME } from '../../../resources/sample/portfolio';
import { type TestBackend, testBackend } from '../../testing/test-backend';

/** Making it takes some seconds, and a loaded machine takes its time. */
const PATIENT = 120_000;

async function made(now: string): Promise<TestBackend> {
  const backend = await testBackend({ portfolio: false });
  backend.at(now);
  await backend.call('workspace.sample', {});
  return backend;
}

/** The chain of hashes covers every fact, when it was written and by whom. */
async function headOf({ call }: TestBackend): Promise<string | undefined> {
  const { entries } = await call('journal.list', { limit: 1 });
  return entries[0]?.hash;
}

test('one call makes the sample and opens it, the same for the same day, and its last change can be undone', {
  timeout: PATIENT,
}, async () => {
  const morning = await made('2026-11-23T08:00:00.000Z');
  const { call, folder } = morning;
  expect(existsSync(join(folder, `${SAMPLE_NAME}.modelfolio`))).toBe(true);
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  expect(await call('portfolio.info', {})).toMatchObject({
    name: SAMPLE_NAME,
    models: SAMPLE_MODELS.length,
    readOnly: false,
    currency: 'EUR',
  });
  const verified = await call('journal.verify', {});
  expect(verified).toMatchObject({ ok: true, firstBroken: null });
  expect(verified.entries).toBeGreaterThan(500);

  const evening = await made('2026-11-23T21:30:00.000Z');
  expect(await headOf(evening)).toBe(await headOf(morning));
  await expectUndoAndRedo(evening);
});

/** In the middle of summer and on a leap day: the story does not hang on the season. */
for (const now of ['2026-07-12T00:30:00.000Z', '2028-02-29T10:00:00.000Z'])
  test(`what is to be told is there on ${now.slice(0, 10)}`, { timeout: PATIENT }, async () => {
    const { call } = await made(now);
    await expectWholeOverview(await call('overview.summary', {}));
    expectToldIncidents(await call('incidents.announced', {}));
    const { assessments } = await call('assessments.list', {});
    expect(assessments.map(({ status, overallLevel }) => [status, overallLevel])).toEqual([
      ['finished', 1],
      ['finished', 0],
    ]);
    const { evidence } = await call('assessments.get', { id: assessments[0]?.id ?? '' });
    const said = evidence.filter(({ suggests }) => suggests !== null);
    expect(said.filter(({ contradiction }) => contradiction).length).toBeGreaterThanOrEqual(3);
    expect(said.filter(({ contradiction }) => !contradiction).length).toBeGreaterThanOrEqual(3);
    const { scenarios } = await call('scenarios.list', {});
    expect(scenarios.map(({ chosen, preset }) => [preset, chosen])).toEqual(
      expect.arrayContaining([
        ['expected', true],
        ['conservative', false],
        ['article', false],
      ]),
    );
    const plan = scenarios.find(({ chosen }) => chosen);
    expect(plan?.origins.measured).toBeGreaterThanOrEqual(5);
    const { views } = await call('views.list', {});
    expect(views.every(({ count }) => (count ?? 0) > 0 && (count ?? 0) < SAMPLE_MODELS.length)).toBe(true);
    await expectWholeTimelines(call);
    await expectGovernance(call);
    expect((await call('journal.verify', {})).ok).toBe(true);
  });

/** A finding past its day, evidence that has ended, one provider under three uses, two systems of high risk. */
async function expectGovernance(call: TestBackend['call']): Promise<void> {
  const { attention, byKind } = await call('overview.summary', {});
  expect(attention.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['findings_overdue', 'evidence_ended', 'evidence_ends']),
  );
  expect(byKind.filter(({ models }) => models > 0).map(({ kind }) => kind)).toEqual([
    'classical_ml',
    'statistical',
    'generative',
    'agent',
    'vendor_application',
    null,
  ]);
  const falls = await call('dependencies.falls', { outside: 'Northwind AI' });
  expect(falls.models.map(({ name }) => name).toSorted()).toEqual([
    'Claim file summaries',
    'Complaint detection',
    'Service assistant',
  ]);
  const classOf = async (key: string) =>
    (await call('governance.model', { modelId: `sample-${key}`, pack: 'eu-ai-act' })).class;
  expect(await classOf('annuity-longevity')).toBe('high_annex_iii');
  expect(await classOf('premium-credit')).toBe('high_annex_iii');
  expect(await classOf('chat-assistant')).toBe('transparency');
}

/** Each entry of the journal that concerns a model stands in its timeline. */
async function expectWholeTimelines(call: TestBackend['call']): Promise<void> {
  const { rows } = await call('models.list', { limit: 1000 });
  for (const { id, name } of rows) {
    const { entries } = await call('journal.list', { modelId: id, limit: 1000 });
    const { events } = await call('models.timeline', { id });
    const told = new Set(events.flatMap(({ seqs }) => seqs));
    expect(
      entries.filter(({ seq }) => !told.has(seq)).map(({ label }) => label),
      name,
    ).toEqual([]);
  }
}

async function expectWholeOverview(overview: Output<'overview.summary'>): Promise<void> {
  expect(Object.entries(overview.byHealth).filter(([, count]) => count > 0)).toHaveLength(HEALTHS.length);
  const empty = STAGES.filter((stage) => overview.byStage[stage] === 0);
  // Nothing is in retraining on the last day: what waits for it waits for an approval.
  expect(empty).toEqual(['retraining']);
  expect(overview).toMatchObject({ inProduction: 31, recommendation: { level: 3 }, held: { level: 1 } });
  expect(overview.headline).toBe(
    'The rule of thumb says level 3, the money level 2, over 5 years; you work at level 1',
  );
}

function expectToldIncidents(told: Output<'incidents.announced'>): void {
  expect(told.announced).toBeGreaterThanOrEqual(told.enough);
  expect(told.notAnnounced).toBeGreaterThanOrEqual(8);
  expect(told.unwatched).toBeGreaterThanOrEqual(15);
  expect(told.alarmsFalse).toBeGreaterThan(0);
}

async function expectUndoAndRedo({ call }: TestBackend): Promise<void> {
  const before = await call('models.list', { limit: 1000 });
  const { label } = await call('history.undo', {});
  expect((await call('history.redo', {})).label).toBe(label);
  expect(await call('models.list', { limit: 1000 })).toEqual(before);
}

test('a cancelled sample leaves no file, and what was open stays open', async () => {
  const { call, folder, backend } = await testBackend();
  const file = join(folder, 'sample.modelfolio');
  const running = backend.dispatch('workspace.sample', { file, jobId: 'job' });
  await call('jobs.cancel', { jobId: 'job' });
  expect(await running).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(folder).filter((name) => name.startsWith('sample'))).toEqual([]);
  expect(await call('portfolio.info', {})).toMatchObject({ name: 'Test' });
});

test('a day in the future and a file that exists are refused', async () => {
  const { call, file } = await testBackend();
  await expect(call('workspace.sample', { day: '2026-11-24' })).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(call('workspace.sample', { file })).rejects.toMatchObject({ code: 'conflict' });
});
