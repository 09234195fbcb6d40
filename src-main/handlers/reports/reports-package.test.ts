import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deckFaults, titlesOf } from '../../exporters/deck/testing/deck-parts';
import { found, type Parts, partsOf } from '../../exporters/testing/office-package';
import { fillPortfolio } from '../../testing/report-portfolio';
import { type TestBackend, testBackend } from '../../testing/test-backend';

const SLOW = 60_000;
const NOW = '2026-11-23T10:00:00.000Z';

type Length = 'board' | 'steering';

async function bytesOf({ call, folder }: TestBackend, locale = 'en-GB', length: Length = 'board'): Promise<Uint8Array> {
  const out = join(folder, 'deck.pptx');
  await call('reports.deck', { out, locale, length });
  return readFileSync(out);
}

const deckOf = async (engine: TestBackend, locale = 'en-GB', length: Length = 'board'): Promise<Parts> =>
  partsOf(await bytesOf(engine, locale, length));

describe('the package of a deck', () => {
  it.each(['en-GB', 'de-DE', 'ja-JP'])(
    'needs no repair, has titles, alternative texts and notes, and types no colour and no font (%s)',
    { timeout: SLOW },
    async (locale) => {
      const engine = await testBackend();
      await fillPortfolio(engine, 12, NOW);
      const bytes = await bytesOf(engine, locale);
      expect(deckFaults(bytes)).toEqual([]);
      const parts = partsOf(bytes);
      expect([...parts.keys()].filter((name) => /charts\/chart\d+\.xml$/.test(name)).length).toBeGreaterThan(5);
      const notes = [...parts].filter(([name]) => /notesSlide\d+\.xml$/.test(name));
      expect(notes).toHaveLength(titlesOf(parts).length);
      expect(notes.filter(([, xml]) => xml.includes('Where the numbers come from')).length).toBeGreaterThanOrEqual(
        notes.length - 1,
      );
    },
  );

  it('says so where nothing is known, and draws no empty chart', { timeout: SLOW }, async () => {
    const engine = await testBackend();
    const bytes = await bytesOf(engine);
    expect(deckFaults(bytes)).toEqual([]);
    const parts = partsOf(bytes);
    expect([...parts.keys()].filter((name) => name.includes('charts/'))).toEqual([]);
    const words = [...parts]
      .filter(([name]) => name.startsWith('ppt/slides/'))
      .map(([, xml]) => xml)
      .join('');
    for (const sentence of [
      'Decision: none yet, for nothing is in this portfolio',
      'None is registered: that none is known does not say that there was none.',
      'No assessment has been finished',
      'No plan has been chosen',
      '6 parts wait for data',
    ])
      expect([sentence, words.includes(sentence)]).toEqual([sentence, true]);
  });

  it('asks for what an assessment alone asks for', { timeout: SLOW }, async () => {
    const engine = await testBackend();
    const { id } = await engine.call('assessments.start', { name: 'Autumn', respondents: ['Ada'] });
    await engine.call('assessments.answer', { id, questionId: 'MR1', respondent: 'Ada', value: 1, grade: 1 });
    await engine.call('assessments.finish', { id });
    const { score, target } = await engine.call('assessments.get', { id });
    const [first, ...others] = titlesOf(await deckOf(engine, 'en-GB', 'board'));
    expect(first).toBe(
      `Decision: name who closes the ${score.gaps.length} gaps to level ${target}; no money is asked for yet`,
    );
    expect(others.join('\n')).toMatch(/The organisation works below level 1/);
  });

  it('has the numbers of the channels in its charts', { timeout: SLOW }, async () => {
    const engine = await testBackend();
    const { scenarioId } = await fillPortfolio(engine, 12, NOW);
    const parts = await deckOf(engine, 'en-GB', 'steering');
    const chart =
      [...parts].find(([, xml]) => xml.includes('<c:v>Level 1</c:v>') && xml.includes('<c:scatterChart>'))?.[1] ?? '';
    const { inputs } = await engine.call('scenarios.get', { id: scenarioId });
    const { levels } = await engine.call('investment.project', { inputs });
    const drawn = chart
      .split('<c:yVal>')
      .slice(1)
      .map((part) => found(part.split('</c:yVal>')[0] ?? '', /<c:v>([^<]+)<\/c:v>/g).map(Number));
    const lines = [levels.L1?.cumulative, levels.L2?.cumulative, levels.L3?.cumulative];
    // Summed month by month: rounded elsewhere in the last digit.
    expect(drawn.slice(0, 3)).toEqual(lines.map((line) => line?.map((cost) => expect.closeTo(cost, 4))));
  });
});
