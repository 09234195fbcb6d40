import { expect, it } from 'vitest';
import { bandRows } from './band-rows';

const metric = (
  name: string,
  series: number,
  bands: { watch: number; act: number } | null = { watch: 0.1, act: 0.2 },
) => ({
  metric: name,
  label: name.toUpperCase(),
  direction: 'higher' as const,
  bands,
  defaults: bands,
  changed: false,
  series,
});

it('shows of a tier what was set for it, and else what holds for the portfolio', () => {
  const own = { watch: 0.05, act: 0.15 };
  const override = { metric: 'psi', label: 'PSI', model: null, bands: own };
  const table = {
    version: '2026-11-2',
    retrainingWindows: 3,
    fewestRows: 500,
    metrics: [metric('psi', 3), metric('ksP', 1)],
    overrides: [
      { ...override, tier: 1 as const, modelId: null },
      { ...override, tier: null, modelId: 'm1', bands: { watch: 1, act: 2 } },
    ],
  };
  const alarms = { models: 0, series: 0, windowsPerMonth: 0, metrics: [] };
  const shown = (tier: 1 | 2 | null) =>
    bandRows(table, alarms, tier).map(({ metric: name, own: isOwn, bands }) => [name, isOwn, bands.watch]);
  expect(shown(1)).toEqual([
    ['psi', true, 0.05],
    ['ksP', false, 0.1],
  ]);
  expect(shown(2)).toEqual([
    ['psi', false, 0.1],
    ['ksP', false, 0.1],
  ]);
  expect(shown(null)).toEqual(shown(2));
  expect(bandRows(table, alarms, 1)[0]?.expected).toBe('No model of tier 1 in production has a series of this figure.');
});

it('shows the headline figures and those in use, with their false alarms', () => {
  const table = {
    version: '2026-11-1',
    retrainingWindows: 3,
    fewestRows: 500,
    metrics: [metric('psi', 0), metric('hellinger', 4), metric('kl', 0), metric('chi2', 9, null)],
    overrides: [],
  };
  const alarms = {
    models: 2,
    series: 4,
    windowsPerMonth: 17.4,
    metrics: [
      {
        metric: 'hellinger',
        label: '',
        series: 4,
        windows: 17.4,
        alphaWatch: 0.1,
        alphaAct: 0,
        watch: 1.74,
        act: 0.0001,
      },
    ],
  };
  expect(bandRows(table, alarms).map(({ metric: name, expected }) => [name, expected])).toEqual([
    ['psi', 'No model in production has a series of this figure.'],
    [
      'hellinger',
      '4 series, 17.4 windows a month: without any drift expect 1.7 at watch a month, fewer than 0.1 of them at act.',
    ],
  ]);
});
