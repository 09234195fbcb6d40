import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Input, Output } from '#contract/index';
import { CASES, COUNT_CASES, VALUE_CASES } from '#domain/drift/testing/cases';
import { needs } from '../../testing/needs';
import { sharedFile } from '../../testing/shared-data';
import { testBackend } from '../../testing/test-backend';
import bike from './testing/bike-vectors.json';

type Measured = Output<'drift.measure'>['columns'][number];

/** Measures in a real engine and answers the columns by name. */
async function measured(input: Input<'drift.measure'>): Promise<Map<string, Measured>> {
  const { call } = await testBackend();
  const { columns } = await call('drift.measure', input);
  return new Map(columns.map((column) => [column.column, column]));
}

const counts = (list: readonly number[]): Record<string, number> =>
  Object.fromEntries(list.map((count, at) => [`bin ${at}`, count]));

describe('drift.measure', () => {
  it('answers every worked case over counts', async () => {
    const side = (key: 'ref_counts' | 'cur_counts'): Record<string, Record<string, number>> =>
      Object.fromEntries(COUNT_CASES.map((known, at) => [`case ${at}`, counts(known[key])]));
    const results = await measured({
      reference: { counts: side('ref_counts') },
      current: { counts: side('cur_counts') },
    });
    COUNT_CASES.forEach((known, at) => {
      const { metrics, noise } = results.get(`case ${at}`) ?? {};
      expect(metrics?.psi).toBeCloseTo(known.psi_eps1e4, 10);
      expect(metrics?.jsBase2).toBeCloseTo(known.js_distance_base2, 10);
      expect(metrics?.jsNatural).toBeCloseTo(known.js_distance_nats, 10);
      expect(metrics?.hellinger).toBeCloseTo(known.hellinger, 10);
      expect(metrics?.tvd).toBeCloseTo(known.tvd, 10);
      expect(metrics?.lInf).toBeCloseTo(known.l_inf, 10);
      expect(metrics?.chi2P).toBeCloseTo(known.chi2_p, 10);
      expect(metrics?.chi2GofP).toBeCloseTo(known.chi2_gof_p, 10);
      // JSON has no infinity: both write it out.
      if (typeof known.chi2_gof === 'string') expect(metrics?.chi2Gof).toBe(known.chi2_gof);
      else expect(metrics?.chi2Gof).toBeCloseTo(known.chi2_gof, 9);
      expect(noise?.psi95).toBeCloseTo(known.psi_null_95, 10);
    });
  });

  it('answers every worked case over values', async () => {
    const side = (key: 'ref' | 'cur'): Record<string, number[]> =>
      Object.fromEntries(VALUE_CASES.map((known, at) => [`case ${at}`, known[key]]));
    const results = await measured({ reference: { values: side('ref') }, current: { values: side('cur') } });
    VALUE_CASES.forEach((known, at) => {
      const { metrics, ksMethod } = results.get(`case ${at}`) ?? {};
      expect(ksMethod).toBe('exact');
      expect(metrics?.ksD).toBeCloseTo(known.ks_D, 10);
      expect(metrics?.ksP).toBeCloseTo(known.ks_p_exact, 10);
      expect(metrics?.wasserstein).toBeCloseTo(known.wasserstein, 10);
      expect(metrics?.wassersteinNormed).toBeCloseTo(known.wasserstein_normed, 10);
    });
  });

  it('takes edges that are given, and answers them', async () => {
    const { values, 'reference quintiles, open ends': known } = CASES['BINNING same data, different rules'];
    const results = await measured({
      reference: { values: { x: values.ref } },
      current: { values: { x: values.cur } },
      options: { edges: { x: known.edges.slice(1, -1).map(Number) } },
    });
    const x = results.get('x');
    expect(x?.edges).toEqual(['-Infinity', ...known.edges.slice(1, -1).map(Number), 'Infinity']);
    expect(x?.bins.map((bin) => bin.reference)).toEqual(known.ref);
    expect(x?.bins.map((bin) => bin.current)).toEqual(known.cur);
    expect(x?.metrics.psi).toBeCloseTo(known.psi, 12);
  });

  it('says what cannot be compared', async () => {
    const results = await measured({
      reference: {
        values: { a: [1, 2], 'only here': ['x'], kind: [1, 2], empty: [], toString: [1, 'Infinity', 'NaN'] },
      },
      current: { values: { a: [null, null], kind: ['high', 'low'], empty: [1], toString: [1, 2, 3] } },
      columns: ['a', 'only here', 'kind', 'empty', 'nowhere', 'toString'],
    });
    const notes = [...results.values()].map(({ column, notes }) => [column, notes[0]]);
    expect(notes).toEqual([
      ['a', 'The current sample has no values in this column: all are missing.'],
      ['only here', 'Only the reference has this column; the current side does not.'],
      ['kind', expect.stringContaining('The reference has numbers in this column, the current sample texts')],
      ['empty', 'The reference has no rows: there is nothing to compare.'],
      ['nowhere', 'Neither side has this column.'],
      ['toString', expect.stringContaining('1 value of both sides is infinite')],
    ]);
    expect(results.get('a')?.metrics).toMatchObject({ ksD: null, ksP: null, wasserstein: null, missingShare: 1 });
    expect(results.get('empty')?.metrics).toMatchObject({ psi: null, jsBase2: null, ksD: null, chi2P: null });
    expect(results.get('toString')?.missing).toEqual({ reference: 1 / 3, current: 0 });
  });

  it('judges by the bands of the open portfolio, or of the model that is named; given bands stand before both', async () => {
    const { call } = await testBackend();
    const { id } = await call('models.create', { name: 'Churn', tier: 1 });
    const sides = {
      reference: { counts: { x: { a: 5000, b: 5000 } } },
      current: { counts: { x: { a: 6000, b: 4000 } } },
    };
    const psi = async (more: object = {}) =>
      (await call('drift.measure', { ...sides, ...more })).columns[0]?.verdicts.psi;
    expect(await psi()).toBe('ok');
    await call('drift.setBand', { metric: 'psi', bands: { watch: 0.02, act: 0.3 } });
    expect(await psi()).toBe('watch');
    await call('drift.setBand', { metric: 'psi', tier: 1, bands: { watch: 0.01, act: 0.03 } });
    expect(await psi()).toBe('watch');
    expect(await psi({ modelId: id })).toBe('act');
    expect(await psi({ modelId: id, options: { bands: { psi: { watch: 0.5, act: 0.6 } } } })).toBe('ok');
  });

  it('lists what only one side has, when it was not asked for', async () => {
    const { call } = await testBackend({ portfolio: false });
    const { columns, unmatched } = await call('drift.measure', {
      reference: { values: { a: [1, 2], old: [1], same: [1] } },
      current: { values: { a: [1, 2], fresh: [1], same: [1] } },
      columns: ['a'],
    });
    expect(columns.map(({ column }) => column)).toEqual(['a']);
    expect(unmatched).toEqual([
      { column: 'old', note: 'Only the reference has this column; the current side does not.' },
      { column: 'fresh', note: 'Only the current side has this column; the reference does not.' },
    ]);
  });

  it('refuses values against counts, and edges that do not rise', async () => {
    const { call } = await testBackend();
    const { columns } = await call('drift.measure', {
      reference: { values: { a: ['x'] } },
      current: { counts: { a: { x: 4 } } },
    });
    expect(columns[0]).toMatchObject({ nRef: 1, nCur: 4, kind: null });
    expect(columns[0]?.notes[0]).toContain('Give counts in the same bins on both sides');
    const wrong = call('drift.measure', {
      reference: { values: { a: [1] } },
      current: { values: { a: [1] } },
      options: { edges: { a: [2, 2] } },
    });
    await expect(wrong).rejects.toThrow('ascending order');
  });

  it('needs no portfolio, tells its progress and can be cancelled', async () => {
    const { call, events, folder } = await testBackend({ portfolio: false });
    const file = join(folder, 'a.csv');
    writeFileSync(file, `x,y\n${Array.from({ length: 700 }, (_, at) => `${at},${at % 3}`).join('\n')}\n`);
    const { columns, reference } = await call('drift.measure', { reference: file, current: { file }, jobId: 'j1' });
    expect(reference).toEqual({ name: 'a.csv', rows: 700 });
    expect(columns.map(({ column, kind, verdict }) => [column, kind, verdict])).toEqual([
      ['x', 'numeric', 'ok'],
      ['y', 'categorical', 'ok'],
    ]);
    const phases = events.flatMap((event) => (event.type === 'job.progress' ? [event.phase] : []));
    expect([...new Set(phases)]).toEqual([
      'Reading the reference',
      'Reading the current file',
      'Comparing the columns',
    ]);
    const running = call('drift.measure', { reference: file, current: file, jobId: 'j2' });
    await call('jobs.cancel', { jobId: 'j2' });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });
});

const bikes = sharedFile('data/bike-sharing-hourly.csv');

describe('the bike sharing data', needs(bikes), () => {
  const january = { file: bikes.path, rows: { column: 'dteday', from: '2011-01-01', to: '2011-01-31' } };

  it.each(Object.entries(bike.windows))(
    'has the figures of SciPy and NumPy in the window %s',
    async (_name, window) => {
      const results = await measured({
        reference: january,
        current: { file: bikes.path, rows: { column: 'dteday', from: window.from, to: window.to } },
      });
      for (const [name, { kind, nRef, nCur, ...figures }] of Object.entries(window.columns)) {
        const ours = results.get(name);
        expect(ours, name).toMatchObject({ kind, nRef, nCur });
        for (const [metric, known] of Object.entries(figures)) {
          const value = ours?.metrics[metric as keyof Measured['metrics']]; // the vectors use our names
          if (known === null || known === 0) expect(value, `${name} ${metric}`).toBe(known);
          else expect(Number(value) / known, `${name} ${metric}`).toBeCloseTo(1, 9);
        }
      }
    },
  );

  it('is described for the choice of columns and ranges', async () => {
    const { call } = await testBackend();
    const { rows, columns } = await call('drift.inspect', { file: bikes.path });
    expect(rows).toBe(17_379);
    const types = new Map(columns.map((column) => [column.column, column]));
    expect(types.get('dteday')).toMatchObject({ type: 'dates', from: '2011-01-01', to: '2012-12-31' });
    expect(types.get('temp')).toMatchObject({ type: 'numeric', missing: 0, samples: ['0.02', '0.5', '1'] });
  });
});
