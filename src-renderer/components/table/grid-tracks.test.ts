import { expect, it } from 'vitest';
import { gridTracks } from './grid-tracks';
import type { GridColumnSpec } from './grid-types';

const column = (id: string, width: number, grow?: number): GridColumnSpec => ({
  id,
  label: id,
  width,
  ...(grow === undefined ? {} : { grow }),
  numeric: false,
  sortable: true,
  editable: false,
  cell: () => null,
});
const columns = [column('name', 280), column('stage', 140), column('unit', 190, 0.8)];

it('gives the room that is left to the first column and to those that grow', () => {
  expect(gridTracks(columns, {})).toEqual({
    '--mf-grid-columns': '36px minmax(280px, 1fr) 140px minmax(190px, 0.8fr)',
    '--mf-grid-width': '646px',
  });
});

it('keeps a width that a person set', () => {
  expect(gridTracks(columns, { name: 400, unit: 100 })['--mf-grid-columns']).toBe('36px 400px 140px 100px');
});
