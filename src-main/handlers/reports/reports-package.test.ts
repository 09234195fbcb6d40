import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { found, type Parts, packageFaults, partsOf } from '../../exporters/testing/office-package';
import { fillPortfolio } from '../../testing/report-portfolio';
import { type TestBackend, testBackend } from '../../testing/test-backend';

const SLOW = 60_000;
const NOW = '2026-11-23T10:00:00.000Z';

async function deckOf({ call, folder }: TestBackend, locale = 'en-GB'): Promise<Parts> {
  const out = join(folder, 'deck.pptx');
  await call('reports.deck', { out, locale });
  return partsOf(readFileSync(out));
}

/** What would make a program ask whether it should repair the file. */
function faultsOf(parts: Parts): string[] {
  return [
    ...packageFaults(parts),
    ...[...parts]
      .filter(([name]) => /charts\/chart\d+\.xml$/.test(name))
      .flatMap(([name, xml]) => strayAxes(name, xml)),
    ...[...parts]
      .filter(([name]) => /slides\/slide\d+\.xml$/.test(name))
      .flatMap(([name, xml]) => twoOfOneId(name, xml)),
  ];
}

function strayAxes(name: string, xml: string): string[] {
  const defined = found(xml, /<c:(?:catAx|valAx)>\s*<c:axId val="(\d+)"/g);
  const named = found(xml.slice(0, xml.indexOf('<c:catAx>')), /<c:axId val="(\d+)"/g);
  return named.toSorted().join() === defined.toSorted().join() ? [] : [`${name} names axes ${named.join()}`];
}

function twoOfOneId(name: string, xml: string): string[] {
  const ids = found(xml, /<p:cNvPr id="(\d+)"/g);
  return new Set(ids).size === ids.length ? [] : [`${name} has two shapes of one id`];
}

describe('the package of a deck', () => {
  it.each(['en-GB', 'de-DE', 'ja-JP'])(
    'needs no repair and has twelve slides with notes (%s)',
    { timeout: SLOW },
    async (locale) => {
      const engine = await testBackend();
      await fillPortfolio(engine, 12, NOW);
      const parts = await deckOf(engine, locale);
      expect(faultsOf(parts)).toEqual([]);
      expect([...parts.keys()].filter((name) => /slides\/slide\d+\.xml$/.test(name))).toHaveLength(12);
      expect([...parts.keys()].filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(11);
      const notes = [...parts].filter(([name]) => /notesSlide\d+\.xml$/.test(name));
      expect(notes.filter(([, xml]) => xml.includes('Where the numbers come from'))).toHaveLength(11);
    },
  );

  it('says so where nothing is known, and draws no empty chart', { timeout: SLOW }, async () => {
    const engine = await testBackend();
    const parts = await deckOf(engine);
    expect(faultsOf(parts)).toEqual([]);
    expect([...parts.keys()].filter((name) => name.includes('charts/'))).toEqual([]);
    const words = [...parts]
      .filter(([name]) => name.startsWith('ppt/slides/'))
      .map(([, xml]) => xml)
      .join('');
    for (const sentence of [
      'Nothing is in this portfolio yet',
      'No incident has been registered',
      'No assessment has been finished',
      'No investment scenario has been chosen',
      'This is the first deck of this portfolio',
    ])
      expect([sentence, words.includes(sentence)]).toEqual([sentence, true]);
  });

  it('has the numbers of the channels in its charts', { timeout: SLOW }, async () => {
    const engine = await testBackend();
    const { scenarioId } = await fillPortfolio(engine, 12, NOW);
    const parts = await deckOf(engine);
    const chart =
      [...parts].find(([, xml]) => xml.includes('<c:v>Level 1</c:v>') && xml.includes('<c:lineChart>'))?.[1] ?? '';
    const { inputs } = await engine.call('scenarios.get', { id: scenarioId });
    const { levels } = await engine.call('investment.project', { inputs });
    const drawn = chart
      .split('<c:val>')
      .slice(1)
      .map((part) => found(part.split('</c:val>')[0] ?? '', /<c:v>([^<]+)<\/c:v>/g).map(Number));
    expect(drawn).toEqual([levels.L1?.cumulative, levels.L2?.cumulative, levels.L3?.cumulative]);
  });
});
