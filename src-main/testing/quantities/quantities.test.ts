import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CORE_QUESTIONS } from '#domain/assessments/questions/question-sets';
import { QUANTITIES, type QuantityId } from '#domain/quantities/quantities';
import { needs } from '../needs';
import { expectedPreset } from '../scenario-facts';
import { FEDERAL_INVENTORY, sharedFile } from '../shared-data';
import { type TestBackend, testBackend } from '../test-backend';
import { type Shown, type Written, written } from './places';
import { placesOf, SHOWN } from './shown';
import { gatherSurfaces, type Surfaces } from './surfaces';

const SLOW = 240_000;
const IDS = Object.keys(QUANTITIES) as QuantityId[]; // its own keys

type Value = number | Written | null;

/** Equal, as exactly as the rounder of the two is written. */
function agree(a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b;
  const [p, q] = [a, b].map((one) => (typeof one === 'number' ? { value: one, within: 0 } : one)) as [Written, Written]; // two of two
  return Math.abs(p.value - q.value) <= p.within + q.within + 1e-9 * Math.max(1, Math.abs(p.value));
}

const say = (value: Value): string =>
  value === null ? 'not known' : String(typeof value === 'number' ? value : value.value);

/** The places that show another value than the first, and say no reason to the reader. */
function differing(places: readonly Shown[], surfaces: Surfaces): string[] {
  const [first, ...others] = places.flatMap((one) => {
    const value = one.value(surfaces);
    return value === undefined ? [] : [{ ...one, value }];
  });
  if (!first) return [];
  return others
    .filter(({ value, said }) => {
      if (agree(first.value, value)) return false;
      const told = said?.(surfaces);
      return !told?.reason.test(told.text);
    })
    .map(({ where, value }) => `${where}: ${say(value)}; ${first.where}: ${say(first.value)}`);
}

function disagreements(surfaces: Surfaces): Record<string, string[]> {
  const found = IDS.map((id) => [id, differing(placesOf(id), surfaces)] as const);
  return Object.fromEntries(found.filter(([, places]) => places.length > 0));
}

const nowhere = (surfaces: Surfaces): string[] =>
  IDS.filter((id) => SHOWN[id].filter(({ value }) => value(surfaces) !== undefined).length < 2);

async function assess({ call }: TestBackend): Promise<void> {
  const { id } = await call('assessments.start', {
    name: 'First workshop',
    inputs: { models: 14, updatesPerYear: 12, source: 'typed' },
  });
  for (const { id: questionId } of CORE_QUESTIONS.questions)
    await call('assessments.answer', { id, questionId, value: 1 });
  await call('assessments.finish', { id });
}

/** What rule and money say, which is said on every surface in the same words. */
function sentences({ overview, plan, deck, workbook }: Surfaces) {
  const said = overview.investment?.decision.sentence ?? '';
  const slide = deck.find((one) => one.includes('What each option costs and gives')) ?? [];
  const rows: string[] = [];
  workbook.getWorksheet('Options')?.eachRow((row) => rows.push(String(row.getCell(1).value ?? '')));
  return { said, asked: plan?.decision.sentence ?? '', slide: slide.join(' '), rows };
}

describe('a quantity', () => {
  it.each(IDS)('%s comes from the one function that the register names', (id) => {
    const [file = '', name = ''] = QUANTITIES[id].from.split(' ');
    const path = join(import.meta.dirname, '../../../src-shared/domain', file);
    expect([path, existsSync(path)]).toEqual([path, true]);
    expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`export (function|const) ${name}\\b`));
  });

  it('is read as it is written', () => {
    expect(written('€4.12M')).toEqual({ value: 4_120_000, within: 5_000 });
    expect(written('10%')).toEqual({ value: 0.1, within: 0.005 });
    expect(written('-€3,463')).toEqual({ value: -3463, within: 0.5 });
    expect(written('–')).toBeNull();
  });

  it('has one value in all places of the sample', { timeout: SLOW }, async () => {
    const engine = await testBackend({ portfolio: false });
    engine.at('2026-11-26T10:00:00.000Z');
    const file = join(engine.folder, 'sample.modelfolio');
    await engine.call('workspace.sample', { file });
    // Begun in November, and looked at on the first day of a month: days, months and years end at different places.
    engine.at('2026-12-01T10:00:00.000Z');
    await engine.call('workspace.open', { file });
    const surfaces = await gatherSurfaces(engine);
    expect(nowhere(surfaces)).toEqual([]);
    expect(disagreements(surfaces)).toEqual({});
    const { said, asked, slide, rows } = sentences(surfaces);
    expect(said).toMatch(
      /^The rule of thumb says level 3: .* level 2 costs least, .* Level 3 becomes the cheaper one /,
    );
    expect(asked).toBe(said);
    // The turns stand in a block of their own.
    for (const part of said.split(/ (?=Level \d becomes)/)) expect(slide).toContain(part);
    expect(rows).toContain(said);
  });

  const federal = sharedFile(FEDERAL_INVENTORY);
  it('has one value in all places of the federal inventory', { timeout: SLOW, ...needs(federal) }, async () => {
    const engine = await testBackend();
    await engine.call('imports.apply', { file: federal.path });
    await engine.call('scenarios.create', expectedPreset);
    const surfaces = await gatherSurfaces(engine);
    expect(surfaces.overview.models).toBe(2133);
    // Nobody noted or recorded how often they are updated: that is not 0, and not level 1.
    expect(surfaces.recommend.updates).toMatchObject({
      noted: { load: null },
      recorded: { load: null, byUpdates: null },
    });
    expect(disagreements(surfaces)).toEqual({});
  });

  it('has one value on a first day with nothing but an assessment', { timeout: SLOW }, async () => {
    const engine = await testBackend();
    await assess(engine);
    await engine.call('scenarios.create', expectedPreset);
    const surfaces = await gatherSurfaces(engine);
    expect(disagreements(surfaces)).toEqual({});
    // As soon as a model is in production it counts, and what was stated is said to differ.
    await engine.call('models.create', { name: 'Churn', stage: 'monitored', updateFrequency: 'monthly' });
    const later = await gatherSurfaces(engine);
    expect(disagreements(later)).toEqual({});
    expect(later.overview.size.words).toContain('1 model is registered in production; the assessment “First workshop”');
  });

  it('has one value where nothing is in production any more and an incident is not rated', {
    timeout: SLOW,
  }, async () => {
    const engine = await testBackend();
    engine.at('2026-11-26T10:00:00.000Z');
    const { id } = await engine.call('models.create', { name: 'Churn', stage: 'deployed', since: '2026-02-01' });
    await engine.call('models.move', { id, to: 'retired', at: '2026-09-01' });
    await engine.call('incidents.create', { title: 'Nobody rated it' });
    const surfaces = await gatherSurfaces(engine);
    expect(disagreements(surfaces)).toEqual({});
    expect(surfaces.figures.figures.find((one) => one.id === 'releasesRecorded')?.value).toBe(1);
    expect(surfaces.figures.openIncidentsBySeverity).toContainEqual({ severity: null, incidents: 1 });
  });

  it('would be caught where two places differ without a reason', () => {
    const place = (where: string, value: number, reason?: RegExp): Shown => ({
      where,
      value: () => value,
      ...(reason && { said: () => ({ text: 'stated', reason }) }),
    });
    const nothing = {} as Surfaces; // these places look at none
    expect(differing([place('a', 1), place('b', 2)], nothing)).toEqual(['b: 2; a: 1']);
    expect(differing([place('a', 1), place('b', 2, /stated/)], nothing)).toEqual([]);
    expect(differing([place('a', 1), place('b', 2, /counted/)], nothing)).toHaveLength(1);
  });
});
