import { describe, expect, it } from 'vitest';
import { cellAt, fittingRows, foldedRows, NO_FILTER, sayCell, sayRow, unitsOf } from './map-rows';
import { sampleMap } from './testing/sample-map';

const map = sampleMap([
  { name: 'Card fraud', unit: 'Cards / Risk', tier: 1, health: 'act', cells: ['ok', 'act', 'act'], tool: [0, 1, 0] },
  { name: 'Churn', unit: 'Retail', tier: 2, health: 'silent', cells: ['ok', 'silent', 'silent'] },
  { name: 'OCR', unit: '', tier: null, health: 'unknown', cells: ['empty', 'empty', 'empty'] },
]);

describe('rows of the map', () => {
  it('are found by name, unit with those under it, tier and health', () => {
    const rows = (filter: Partial<typeof NO_FILTER>) => fittingRows(map, { ...NO_FILTER, ...filter });
    expect(rows({})).toEqual([0, 1, 2]);
    expect(rows({ search: ' FRAUD ' })).toEqual([0]);
    expect(rows({ search: 'risk frâud' })).toEqual([0]);
    expect(rows({ unit: 'Cards' })).toEqual([0]);
    expect(rows({ unit: 'Card' })).toEqual([]);
    expect(rows({ tier: 'none' })).toEqual([2]);
    expect(rows({ tier: 1, health: 'silent' })).toEqual([]);
    expect(rows({ health: 'silent' })).toEqual([1]);
  });

  it('fold together where no result has ever come, unless nothing else is asked for', () => {
    expect(foldedRows(map, [0, 1, 2], NO_FILTER)).toEqual({ shown: [0, 1], without: [2] });
    expect(foldedRows(map, [2], NO_FILTER)).toEqual({ shown: [2], without: [] });
    expect(foldedRows(map, [2], { ...NO_FILTER, health: 'unknown' })).toEqual({ shown: [2], without: [] });
    const stopped = { ...map, lastResult: map.lastResult.map(() => '2020-01-01') };
    expect(foldedRows(stopped, [0, 1, 2], NO_FILTER)).toEqual({ shown: [0, 1, 2], without: [] });
  });

  it('offer each unit and those above it', () => {
    expect(unitsOf(map)).toEqual(['Cards', 'Cards / Risk', 'Retail']);
  });

  it('say each cell and themselves in words', () => {
    expect(cellAt(map, 1, 2)).toBe('silent');
    expect(sayCell(map, 0, 1, 'week')).toBe('week of 9 Nov 2026: act, a tool itself said drift');
    expect(sayRow(map, 0, 'week')).toBe('Tier 1, act. Of 3 weeks: 2 act, 1 ok.');
    expect(sayRow(map, 2, 'week')).toBe('No tier, no verdict. No result in this time.');
  });
});
