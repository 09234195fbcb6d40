import { describe, expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

/** Two models of a unit that works in the Union, on 30 November 2026. */
async function house() {
  const engine = await testBackend();
  engine.at('2026-11-30T10:00:00.000Z');
  const { call } = engine;
  const score = await call('models.create', { name: 'Score', unit: 'Retail / Cards', since: '2026-01-05' });
  const price = await call('models.create', { name: 'Price', unit: 'Retail' });
  await call('governance.setUnit', { unit: 'Retail', jurisdictions: ['EU'], bodies: ['other'], frameworks: [] });
  return { ...engine, score: score.id, price: price.id };
}

describe('answers to the questions of a text', () => {
  it('give the class, each with its day: a look back sees what was known then', async () => {
    const { call, score } = await house();
    const classOn = async (at: string) =>
      (await call('governance.model', { modelId: score, pack: 'eu-ai-act', at })).class;
    expect(await classOn('2026-11-30')).toBeNull();
    const answers = { prohibited: 'no', annexI: 'no', annexIii: ['5b'], profiling: 'yes' };
    await call('governance.answer', { ids: [score], pack: 'eu-ai-act', answers, on: '2026-11-10', by: 'Legal' });
    expect([await classOn('2026-11-09'), await classOn('2026-11-10')]).toEqual([null, 'high_annex_iii']);
    await call('governance.answer', {
      ids: [score],
      pack: 'eu-ai-act',
      answers: { annexIii: ['none'], interacts: 'yes' },
    });
    expect([await classOn('2026-11-10'), await classOn('2026-11-30')]).toEqual(['high_annex_iii', 'transparency']);
    await call('history.undo', {});
    expect(await classOn('2026-11-30')).toBe('high_annex_iii');
  });

  it.each([
    [{ role: 'provider' }, /takes a list of answers/],
    [{ role: ['boss'] }, /“boss” is no answer to/],
    [{ prohibited: 'perhaps' }, /“perhaps” is no answer to/],
    [{ shoeSize: '43' }, /asks no question called shoeSize/],
  ])('that do not fit are refused: %j', async (answers, why) => {
    const { call, score } = await house();
    const input = { ids: [score], pack: 'eu-ai-act', answers: answers as Record<string, string | string[]> };
    await expect(call('governance.answer', input)).rejects.toMatchObject({ message: expect.stringMatching(why) });
  });
});

it('facts of a model that is gone are refused with a sentence', async () => {
  const { call } = await house();
  await expect(call('governance.setFacts', { ids: ['gone'], facts: { outputs: 'A score' } })).rejects.toMatchObject({
    code: 'not_found',
  });
});

describe('what is said of a unit', () => {
  it('holds for those below it, until something else is said of one of them', async () => {
    const { call, score } = await house();
    const scopeOf = async () => (await call('governance.model', { modelId: score, pack: 'eu-ai-act' })).scope;
    expect(await scopeOf()).toBe('yes');
    const cards = { unit: 'Retail / Cards', bodies: [], frameworks: [] };
    await call('governance.setUnit', { ...cards, jurisdictions: ['US'] });
    expect(await scopeOf()).toBe('no');
    await call('governance.setUnit', { ...cards, jurisdictions: [] });
    expect(await scopeOf()).toBe('yes');
  });
});

describe('evidence and findings', () => {
  it('are closed by each other, and neither is lost without a word', async () => {
    const { call, score, price } = await house();
    const day = '2026-11-20';
    const { id } = await call('findings.create', {
      modelId: score,
      title: 'Thin files',
      source: 'validation',
      severity: 'high',
      openedOn: '2026-11-01',
      due: '2026-11-15',
    });
    expect((await call('findings.list', { open: true })).findings).toMatchObject([{ overdue: true, ageDays: 29 }]);
    const note = async (ids: string[]) =>
      (await call('evidence.add', { ids, kind: 'validation', on: day, by: 'Cho' })).evidence[0]?.id ?? '';
    const [own, others] = [await note([score]), await note([price])];
    await expect(call('findings.close', { id, on: day, evidenceId: others })).rejects.toMatchObject({
      message: expect.stringContaining('of another model'),
    });
    await call('findings.close', { id, on: day, evidenceId: own });
    expect((await call('findings.list', { open: true })).findings).toEqual([]);
    await expect(call('evidence.remove', { ids: [own] })).rejects.toMatchObject({
      message: expect.stringContaining('It closed the finding “Thin files”'),
    });
    await expect(call('findings.update', { id, patch: { status: 'accepted' } })).rejects.toMatchObject({
      message: expect.stringContaining('has an end'),
    });
    await expect(call('evidence.add', { ids: [score], kind: 'training_literacy', on: day, by: 'X' })).rejects.toThrow(
      /of the organisation as a whole/,
    );
    await expect(call('evidence.add', { ids: [score], kind: 'dpia', on: '2027-01-01', by: 'X' })).rejects.toThrow(
      /still to come/,
    );
  });
});

describe('what a model rests on', () => {
  it('makes no circle, and goes with either of them, undone together', async () => {
    const { call, score, price } = await house();
    await call('dependencies.add', { modelId: score, dependsOn: price, relation: 'input' });
    await expect(call('dependencies.add', { modelId: price, dependsOn: score, relation: 'input' })).rejects.toThrow(
      /cannot rest on each other/,
    );
    await expect(call('dependencies.add', { modelId: score, dependsOn: score, relation: 'input' })).rejects.toThrow(
      /cannot rest on itself/,
    );
    await expect(call('dependencies.add', { modelId: score, relation: 'tool' })).rejects.toThrow(
      /Say what it rests on/,
    );
    const rests = async () => (await call('dependencies.list', {})).dependencies.length;
    await call('models.remove', { ids: [price] });
    expect(await rests()).toBe(0);
    await call('history.undo', {});
    expect(await rests()).toBe(1);
    await call('models.merge', { keep: score, merge: [price] });
    expect(await rests()).toBe(0);
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });
});

describe('the clock of an incident', () => {
  it('runs from awareness, by the class that somebody said, and stays late when it was', async () => {
    const { call, score } = await house();
    const { id } = await call('incidents.create', {
      title: 'Wrong refusals',
      modelId: score,
      severity: 2,
      openedAt: '2026-11-01T08:00:00Z',
    } as never);
    const report = { incidentId: id, pack: 'eu-ai-act', clock: 'art73', awareOn: '2026-11-10' };
    expect(await call('governance.noteReport', report)).toMatchObject({ due: null, status: 'unknown' });
    expect(await call('governance.noteReport', { ...report, class: 'death' })).toMatchObject({
      due: '2026-11-20',
      status: 'missing',
    });
    const { reports } = await call('governance.reports', { at: '2026-11-20' });
    expect(reports).toMatchObject([{ incidentTitle: 'Wrong refusals', status: 'due' }]);
    const late = { ...report, class: 'death', reportedOn: '2026-11-21' };
    expect(await call('governance.noteReport', late)).toMatchObject({ status: 'missing' });
    expect((await call('governance.reports', {})).reports.length).toBe(1);
    await expect(call('governance.noteReport', { ...report, class: 'storm' })).rejects.toThrow(/is no class of/);
  });
});

it('says of several units at once where they belong, undone as one step', async () => {
  const { call } = await testBackend();
  for (const unit of ['Justice / FBI', 'Energy', 'Science'])
    await call('models.create', { name: `Model of ${unit}`, unit, since: '2026-01-01' });
  const said = { jurisdictions: ['US'], bodies: ['us_federal_agency' as const], frameworks: [] };
  await call('governance.setUnit', { unit: 'Energy', ...said, bodies: [] });
  await call('governance.setUnit', { unit: 'Justice', also: ['Energy', 'Science'], ...said });
  const units = async () => (await call('governance.units', {})).units.map(({ unit, bodies }) => [unit, ...bodies]);
  expect((await units()).toSorted()).toEqual([
    ['Energy', 'us_federal_agency'],
    ['Justice', 'us_federal_agency'],
    ['Science', 'us_federal_agency'],
  ]);
  const { entries } = await call('journal.list', {});
  expect(entries[0]?.label).toBe('Say where 3 units belong');
  await call('history.undo', {});
  expect((await units()).toSorted()).toEqual([['Energy'], ['Justice'], ['Science']]);
  await call('governance.setUnit', { unit: 'Energy', jurisdictions: [], bodies: [], frameworks: [] });
  expect((await call('governance.units', {})).units.every(({ known }) => !known)).toBe(true);
});
