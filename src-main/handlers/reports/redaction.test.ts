import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { fillPortfolio, type Naming } from '../../testing/report-portfolio';
import { testBackend } from '../../testing/test-backend';

const NOW = '2026-11-23T10:00:00.000Z';
const SLOW = 120_000;

/** Names that no sentence of ours holds, in the order in which lists have them. */
const STRANGE: Naming = {
  model: (index) => `Θ${String.fromCharCode(97 + index)}θ`,
  owners: ['Θlovelaceθ', 'Θhopperθ', 'Θliskovθ'],
  scenario: 'Θplan of Θaθ',
  assessment: 'Θworkshopθ',
  unit: (index) => `Θunit${index % 4}θ`,
  column: 'Θincomeθ',
};

const ORDINARY_WORDS = ['Drift', 'Model', 'Model 01', 'Model of churn', 'Models', 'monitoring', 'of', 'result'];

/** Names that are words of ours, parts of these, aliases, and one a part of another. */
const ORDINARY: Naming = {
  model: (index) => String(ORDINARY_WORDS[index]),
  owners: ['level', 'a', 'monitoring'],
  scenario: 'level',
  assessment: 'Model',
  unit: (index) => ['of', 'Unit', 'the', 'level'][index % 4] ?? '',
  column: 'column',
};

function textsOf(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => (name.endsWith('.xlsx') ? textsOf(content) : `${name}\n${strFromU8(content)}`))
    .join('\n');
}

/** All text of each kind of report but what names the content, which is another one. */
async function reportsOf(naming: Naming, redact: Readonly<Record<string, boolean>>) {
  const engine = await testBackend();
  const { call, folder } = engine;
  const { modelIds, scenarioId } = await fillPortfolio(engine, ORDINARY_WORDS.length, NOW, naming);
  // A line that is paid beyond the end of the plan is named in a caution.
  const { inputs } = await call('scenarios.get', { id: scenarioId });
  const line = { id: 'l1', label: naming.owners[0] ?? '', levels: ['L2', 'L3'] as const, startMonth: 0, months: 119 };
  await call('scenarios.update', {
    id: scenarioId,
    patch: { inputs: { ...inputs, costLines: [{ ...line, levels: [...line.levels], oneOff: 90_000, yearly: 0 }] } },
  });
  await call('models.update', { id: String(modelIds[0]), patch: { notes: naming.scenario } });
  const make = async (channel: 'reports.deck' | 'reports.workbook' | 'reports.html', name: string, options = {}) => {
    const out = join(folder, name);
    const { contentHash } = await call(channel, { out, redact, ...options });
    return (
      (channel === 'reports.html' ? readFileSync(out, 'utf8') : textsOf(readFileSync(out)))
        // The foot of a page, in its style, names the content, and its policy names the style.
        .replaceAll(/'sha256-[^']+'/g, '')
        .replaceAll(contentHash, '')
        .replaceAll(contentHash.slice(0, 16), '')
        .replaceAll(contentHash.slice(0, 12), '')
    );
  };
  return {
    board: await make('reports.deck', 'board.pptx', { models: true }),
    steering: await make('reports.deck', 'steering.pptx', { length: 'steering' }),
    workbook: await make('reports.workbook', 'book.xlsx'),
    page: await make('reports.html', 'page.html', { length: 'steering', models: true }),
  };
}

const wordsIn = (xml: string): Set<string> =>
  new Set(
    [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].flatMap(([, text = '']) => text.toLowerCase().match(/[a-z’]+/g) ?? []),
  );

it('tells the same whatever models and people are called, and loses no word of ours', { timeout: SLOW }, async () => {
  const redact = { names: true, owners: true };
  const strange = await reportsOf(STRANGE, redact);
  const ordinary = await reportsOf(ORDINARY, redact);
  const whole = await reportsOf(STRANGE, {});
  for (const kind of ['board', 'steering', 'workbook', 'page'] as const) {
    expect([kind, whole[kind].includes('Θ')]).toEqual([kind, true]);
    expect([kind, ...(strange[kind].match(/.{0,60}[Θθ].{0,30}/g) ?? [])]).toEqual([kind]);
    const [one, other] = [strange[kind].split('<'), ordinary[kind].split('<')];
    expect([kind, other.filter((part, at) => part !== one[at]).slice(0, 5)]).toEqual([kind, []]);
    expect(other.length).toBe(one.length);
    // Of a workbook whole columns are typed; the words of a page are those of the steering deck.
    if (kind === 'workbook' || kind === 'page') continue;
    const kept = wordsIn(strange[kind]);
    expect(kept.size).toBeGreaterThan(200);
    const said = wordsIn(whole[kind].replaceAll(/Θ[^<θ]*θ?/g, ' '));
    expect([kind, [...said].filter((word) => !kept.has(word))]).toEqual([kind, []]);
  }
  expect(strange.steering).toContain('Model 02');
  expect(strange.steering).not.toMatch(/a person\)|Model \d+[a-z]/);
});

it('stands in no order that names give', { timeout: SLOW }, async () => {
  const redact = { names: true, owners: true };
  const turned: Naming = { ...STRANGE, model: (index) => `Θ${String.fromCharCode(122 - index)}θ` };
  const [one, other] = [await reportsOf(STRANGE, redact), await reportsOf(turned, redact)];
  for (const kind of ['board', 'steering', 'workbook', 'page'] as const) {
    const parts = one[kind].split('<');
    expect([
      kind,
      other[kind]
        .split('<')
        .filter((part, at) => part !== parts[at])
        .slice(0, 5),
    ]).toEqual([kind, []]);
  }
});

it('shows what was typed whole where that is asked for, and says so', { timeout: SLOW }, async () => {
  const { steering, workbook } = await reportsOf(STRANGE, { names: true, owners: true, texts: false });
  expect(steering).toContain('Θplan of Θaθ');
  expect(steering).toContain('Texts that somebody typed stand as they are, and may hold names.');
  expect(workbook).toContain('Θworkshopθ');
  for (const owner of STRANGE.owners.slice(1)) expect(steering).not.toContain(owner);
});

it('gives amounts in bands only', { timeout: SLOW }, async () => {
  const { board, steering } = await reportsOf(STRANGE, { money: true });
  const amounts = (xml: string) =>
    [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].flatMap(([, text = '']) => text.match(/[€$][\d.,]+[kMm]?/g) ?? []);
  // Every end of a band is 1, 2 or 5 of a power of ten.
  const odd = [...amounts(board), ...amounts(steering)].filter((one) => !/^[€$](?:0|[125]0*(?:,000)*[kM]?)$/.test(one));
  expect(amounts(steering).length).toBeGreaterThan(20);
  // Where the answer turns is said all the same, up to what an amount would be.
  for (const deck of [board, steering]) expect(deck).toMatch(/becomes the cheaper one (?:above|below|over) /);
  expect(odd).toEqual([]);
});
