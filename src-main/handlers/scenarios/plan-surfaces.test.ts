import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { blankPdf } from '../../testing/blank-pdf';
import { expectedPreset } from '../../testing/scenario-facts';
import { type TestBackend, temporaryFolder, testBackend } from '../../testing/test-backend';

/** As a spreadsheet and a slide keep a text. */
const unescaped = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&apos;', "'");

const textsOf = (path: string): string =>
  Object.entries(unzipSync(readFileSync(path)))
    .filter(([name]) => name.endsWith('.xml') && !name.includes('notesSlide'))
    .map(([, bytes]) => unescaped(strFromU8(bytes)))
    .join('\n');

/** Incidents with their hours, and models whose way into production is dated: what the measures are made of. */
async function measuredPortfolio({ call }: TestBackend): Promise<void> {
  for (let number = 1; number <= 4; number += 1) {
    const { id } = await call('models.create', {
      name: `Model ${number}`,
      stage: 'training',
      since: `2026-01-0${number}`,
      updateFrequency: 'monthly',
    });
    await call('models.move', { id, to: 'validation', at: '2026-02-20' });
    await call('models.move', { id, to: 'deployed', at: '2026-03-12', version: '1' });
    await call('incidents.create', {
      title: `Outage ${number}`,
      modelId: id,
      openedAt: '2026-05-01T08:00:00Z',
      personHours: 30,
    });
  }
}

interface Surface {
  readonly name: string;
  readonly text: string;
}

/** Every surface on which somebody quotes the plan, as text. */
async function surfacesOf({ call, folder }: TestBackend, id: string, other: string, printed: string[]) {
  const [deck, book] = [join(folder, 'deck.pptx'), join(folder, 'book.xlsx')];
  await call('reports.deck', { out: deck });
  await call('reports.pdf', { out: join(folder, 'report.pdf') });
  await call('reports.workbook', { out: book });
  const { investment } = await call('overview.summary', {});
  const said = async (name: string, reply: Promise<unknown>): Promise<Surface> => ({
    name,
    text: JSON.stringify(await reply),
  });
  return [
    await said('plan page', call('scenarios.get', { id })),
    await said('scenario list', call('scenarios.list', {})),
    await said('compare', call('scenarios.compare', { ids: [id, other] })),
    { name: 'overview', text: JSON.stringify(investment) },
    { name: 'deck', text: textsOf(deck) },
    { name: 'pdf', text: unescaped(printed.at(-1) ?? '') },
    { name: 'workbook', text: textsOf(book) },
  ];
}

async function engineThatPrints() {
  const printed: string[] = [];
  const engine = await testBackend({
    folder: temporaryFolder(),
    printPage: async ({ html }) => {
      printed.push(html);
      return blankPdf();
    },
  });
  return { engine, printed };
}

describe('the cautions of the plan', () => {
  it('stand on every surface in the same words', { timeout: 60_000 }, async () => {
    const { engine, printed } = await engineThatPrints();
    const { call } = engine;
    await measuredPortfolio(engine);
    const { id, inputs } = await call('scenarios.create', expectedPreset);
    const other = await call('scenarios.create', { from: { kind: 'preset', preset: 'conservative' } });
    await call('scenarios.take', { id, measure: 'incidentHours' });
    await call('scenarios.take', { id, measure: 'timeToProduction' });
    const { inputs: taken } = await call('scenarios.get', { id });
    const costLines = [
      { id: 'own:1', label: 'Licence', levels: ['L2' as const], startMonth: 70, months: 3, oneOff: 20_000, yearly: 0 },
    ];
    await call('scenarios.update', { id, patch: { inputs: { ...taken, modelsAtStart: 892, costLines } } });
    const { result } = await call('scenarios.get', { id });
    expect(inputs.newModels).toHaveLength(5);
    expect(result.cautions.map(({ key }) => key)).toEqual([
      'largePortfolio',
      'beyondPlan',
      'peopleOnly',
      'calendarTime',
      'unconverted',
    ]);
    const missing = (await surfacesOf(engine, id, other.id, printed)).flatMap(({ name, text }) =>
      result.cautions.flatMap(({ key, sentence }) => (text.includes(sentence) ? [] : [`${name}: ${key}`])),
    );
    expect(missing).toEqual([]);
  });

  it('withhold the headline everywhere where they withhold it on the page', { timeout: 60_000 }, async () => {
    const { engine, printed } = await engineThatPrints();
    const { call } = engine;
    await call('models.create', { name: 'Churn', stage: 'monitored', since: '2026-01-05' });
    const { id, inputs } = await call('scenarios.create', expectedPreset);
    const other = await call('scenarios.create', { from: { kind: 'preset', preset: 'conservative' } });
    await call('scenarios.update', { id, patch: { inputs: { ...inputs, modelsAtStart: 892 } } });
    const withheld = 'What level 2 costs to build for 926 models (892 now) has yet to be entered';
    const surfaces = await surfacesOf(engine, id, other.id, printed);
    expect(surfaces.filter(({ text }) => !text.includes(withheld)).map(({ name }) => name)).toEqual([]);
    // No finding with a sum and nothing to approve stands in a deck or on paper, and none in what the overview says first.
    const quoting = /Level \d (returns|costs) [^a-z]|Approve level/;
    const quoted = surfaces.filter(
      ({ name, text }) => ['deck', 'pdf', 'overview'].includes(name) && quoting.test(text),
    );
    expect(quoted.map(({ name }) => name)).toEqual([]);
    const { investment } = await call('overview.summary', {});
    expect(investment?.words.startsWith(withheld)).toBe(true);
    // Nor is any of it a figure for a dashboard: not the sum, and not the verdict.
    const { figures } = await call('overview.figures', {});
    const kept = figures.filter(({ withheld: reason }) => reason?.startsWith(withheld));
    expect(kept.map(({ id: figure, value }) => [figure, value])).toEqual(
      ['npv', 'levelCheapest', 'payback', 'meanOfRuns', 'medianOfRuns', 'p10', 'p90'].map((figure) => [figure, null]),
    );
  });
});
