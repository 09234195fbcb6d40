import { describe, expect, it } from 'vitest';
import { formatDate } from '../../../lib/format';
import {
  cellAt,
  fittingRows,
  foldedRows,
  NO_FILTER,
  sayCell,
  sayIncident,
  sayIncidentSince,
  sayRow,
  shortIncident,
  unitsOf,
} from './map-rows';
import { sampleMap } from './testing/sample-map';

const map = sampleMap([
  {
    name: 'Card fraud',
    unit: 'Cards / Risk',
    tier: 1,
    health: 'act',
    cells: ['ok', 'act', 'act'],
    tool: [0, 1, 0],
    owner: 'Ada',
  },
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
    expect(sayRow(map, 0, 'week')).toBe('Tier 1, act. Of 3 weeks: 2 act, 1 ok. Owner: Ada.');
    expect(sayRow(map, 2, 'week')).toBe('No tier, no verdict. No result in this time. No owner noted.');
  });

  it('name the gravest open incident, and how many more there are', () => {
    const incident = { id: 'i', number: 46, severity: 1 as const, openedAt: '2026-11-20T08:00:00.000Z', open: 1 };
    expect(shortIncident(incident)).toBe('SEV 1');
    expect(sayIncident(incident)).toBe('Incident 46, SEV 1');
    expect(sayIncidentSince(incident)).toBe(`Incident 46, SEV 1, open since ${formatDate(incident.openedAt)}`);
    const unrated = { ...incident, severity: null, open: 3 };
    expect(shortIncident(unrated)).toBe('Incident');
    expect(sayIncident(unrated)).toBe('Incident 46, not rated; 2 more open');
  });
});
