import { expect, it } from 'vitest';
import { svgOf } from '../../../../components/chart/chart-svg';
import { sampleInk } from '../../../../components/chart/testing/sample-ink';
import { sampleMap } from '../testing/sample-map';
import { mapPicture, pictureSize } from './map-picture';

const incident = { id: 'i', number: 46, severity: 1 as const, openedAt: '2026-11-20T08:00:00.000Z', open: 1 };
const map = sampleMap([
  { name: 'Card fraud', unit: 'Cards', tier: 1, health: 'act', cells: ['ok', 'watch', 'act'] },
  { name: 'Churn', unit: '', tier: null, health: 'silent', cells: ['ok', 'empty', 'silent'], owner: 'Ada', incident },
]);

it('has the rows that are shown, in words, behind it', () => {
  const { table } = mapPicture(map, [1], 'week');
  expect(table.columns.map(({ label }) => label)).toEqual([
    'model',
    'unit',
    'tier',
    'health',
    'owner',
    'open incident',
    'last result, UTC',
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
  ]);
  expect(table.rows).toEqual([['Churn', '', null, 'Silent', 'Ada', 'Incident 46, SEV 1', '', 'ok', '', 'silent']]);
});

it('draws a shape in each cell that says something, and nothing where nothing is known', () => {
  const rows = [0, 1];
  const svg = svgOf(mapPicture(map, rows, 'week').draw(sampleInk, pictureSize(rows, 3)), pictureSize(rows, 3));
  for (const text of ['Card fraud', 'Churn', '◆', '▲', '○']) expect(svg).toContain(text);
  expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
  expect(svg.split(sampleInk.act).length - 1).toBe(1);
});
