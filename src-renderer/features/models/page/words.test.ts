import { describe, expect, it } from 'vitest';
import { localDay } from '../../../lib/local-day';
import type { FieldOrigin } from './model-types';
import { originsOf, placeText, refusedElsewhere, refusedSentence } from './provenance';

const origin = (field: string, refused: string, importedAt: string): FieldOrigin => ({
  field,
  importId: 'i',
  fileName: 'inventory.csv',
  sheet: '',
  row: 1214,
  column: 'Date Implemented',
  text: '7/16/1905',
  refused,
  importedAt,
});

describe('provenance', () => {
  const list = [
    origin('unit', '', '2026-02-01T00:00:00Z'),
    origin('unit', '', '2026-01-01T00:00:00Z'),
    origin('deployedAt', 'before 1950.', '2026-01-01T00:00:00Z'),
    origin('externalId', 'too long.', '2026-01-01T00:00:00Z'),
  ];
  it('finds the imports of a field, oldest first', () => {
    expect(originsOf(list, 'unit').map(({ importedAt }) => importedAt.slice(0, 7))).toEqual(['2026-01', '2026-02']);
  });
  it('knows which field a column of another name lands in', () => {
    expect(originsOf(list, 'externalReferences')).toHaveLength(1);
    expect(refusedElsewhere(list).map(({ field }) => field)).toEqual(['deployedAt']);
  });
  it('says what was not taken over and where it stands', () => {
    const [refused] = refusedElsewhere(list);
    expect(refused && refusedSentence(refused)).toBe('Date Implemented: “7/16/1905” was not taken over: before 1950.');
    expect(refused && placeText(refused, 'en-US')).toBe('inventory.csv, row 1,214, column “Date Implemented”');
  });
});

describe('localDay', () => {
  it('is the day of the calendar on the wall', () => {
    expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
