import { describe, expect, it } from 'vitest';
import { sampleInk } from '../../../components/chart/testing/sample-ink';
import { distributionChart } from './distribution-chart';
import {
  bandsWords,
  byUrgency,
  figureText,
  measuredHeadline,
  measuredSubline,
  movedWords,
  noiseWords,
  shareText,
} from './measure-words';
import { recordedResults } from './record-results';
import { measuredColumn, numbers } from './testing/measured-column';

const still = measuredColumn('still', numbers(900), numbers(900));
const moved = measuredColumn('moved', numbers(900), numbers(900, 300));
const few = measuredColumn('few', numbers(9), numbers(9));
const texts = measuredColumn('texts', numbers(900), ['a', 'b']);

describe('the headline', () => {
  it('is the finding', () => {
    expect(measuredHeadline([still, moved, texts])).toMatch(
      /^1 of 2 columns drifted beyond the band for acting: moved, JS distance 0\.\d+$/,
    );
    const watched = { ...moved, column: 'watched', verdict: 'watch' as const };
    expect(measuredHeadline([moved, watched])).toContain(
      '2 of 2 columns drifted, 1 of them beyond the band for acting: ',
    );
    expect(measuredHeadline([moved, { ...moved, column: 'too' }])).toContain(
      'drifted, all of them beyond the band for ',
    );
    expect(measuredHeadline([watched])).toMatch(/^1 of 1 column drifted: watched, JS/);
    expect(measuredHeadline([still])).toBe('The column did not drift beyond its bands');
    expect(measuredHeadline([still, still])).toBe('None of 2 columns drifted beyond its bands');
    expect(measuredHeadline([few])).toBe('Too few rows for a verdict: fewer than 500 on a side');
    expect(measuredHeadline([texts])).toBe('No column could be compared');
    const result = {
      reference: { name: 'a', rows: 1 },
      current: { name: 'b', rows: null },
      columns: [],
      unmatched: [],
    };
    expect(measuredSubline(result, [texts])).toBe(
      'Reference a (1 row), current b. 1 could not be compared; the row says why.',
    );
  });

  it('says whose bands judged', () => {
    expect(bandsWords(null)).toBe('Judged by the bands of the portfolio.');
    expect(bandsWords('Churn')).toBe('Judged by the bands of Churn.');
  });

  it('has the worst column first', () => {
    expect(byUrgency([texts, few, still, moved]).map(({ column }) => column)).toEqual([
      'moved',
      'still',
      'few',
      'texts',
    ]);
  });
});

describe('words for one column', () => {
  it('say what moved most and where the noise line is', () => {
    expect(movedWords(moved)).toMatch(/^Most moved: “≥ 809\.1” from 10% to 43\.3%, then “/);
    expect(movedWords(still)).toBe('Both sides have the same shares in every bin.');
    expect(noiseWords(moved)).toMatch(/^Beyond the noise line: without drift PSI would stay below 0\.0\d+ in/);
    expect(noiseWords(still)).toContain('Within the noise');
    expect([figureText(1e-9), figureText(0), figureText(0.05), figureText(null)]).toEqual([
      '< 0.0001',
      '0',
      '0.05',
      '–',
    ]);
    expect([shareText(null), shareText(0), shareText(0.012), shareText(0.5)]).toEqual(['–', '0', '1.2%', '50%']);
  });
});

describe('the picture', () => {
  it('has both histograms over the same bins, in its table too', () => {
    const content = distributionChart(moved);
    if (content.kind !== 'picture') throw new Error('there is a picture');
    expect(content.table.rows).toHaveLength(10);
    expect(content.table.rows[0]).toEqual(['< 89.9', 90, 0, 10, 0, -10]);
    const option = content.draw(sampleInk, { width: 600, height: 260 });
    const series = Array.isArray(option.series) ? option.series : [];
    expect(series.map(({ id }) => id)).toEqual(['Reference', 'Current', 'changes']);
    expect(series[1]?.data).toHaveLength(10);
  });

  it('says why there is none', () => {
    expect(distributionChart(texts)).toMatchObject({ kind: 'nothing', reason: texts.notes[0] });
  });
});

describe('what is recorded', () => {
  it('is every figure with its method, and the distribution once', () => {
    const results = recordedResults([moved, texts], 'm1', { from: '2026-02-01', to: '2026-03-01' }, '1.2.3');
    expect(results.map(({ metric }) => metric)).toEqual([
      'jsBase2',
      'psi',
      'wassersteinNormed',
      'ksD',
      'ksP',
      'chi2P',
      'missingShare',
    ]);
    expect(results[0]).toMatchObject({
      modelId: 'm1',
      column: 'moved',
      base: '2',
      binning: 'deciles of the reference, outer bins open',
      source: { tool: 'Modelfolio', version: '1.2.3' },
      nRef: 900,
      nBins: 10,
    });
    expect(results[0]?.distribution?.edges).toHaveLength(9);
    expect(results.filter(({ distribution }) => distribution !== null)).toHaveLength(1);
    expect(results.find(({ metric }) => metric === 'ksP')).toMatchObject({ binning: '', method: 'KS p-value, exact' });
  });
});
