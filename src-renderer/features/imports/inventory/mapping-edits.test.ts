import { describe, expect, it } from 'vitest';
import type { ImportField } from '#contract/imports/import-field';
import type { Mapping } from '#contract/imports/imports';
import {
  entriesOf,
  fieldMapping,
  isBelieved,
  isEmptyWord,
  setBelieved,
  setEmptyWords,
  setKey,
  setSeparator,
  setTargets,
  setValue,
  targetsOf,
  valueTarget,
  whyNotReady,
} from './mapping-edits';

const mapping: Mapping = {
  fields: [
    { field: 'name', columns: ['Use Case Name'], separator: ' / ', values: [] },
    { field: 'unit', columns: ['Agency'], separator: ' / ', values: [] },
    { field: 'stage', columns: ['Stage'], separator: ' / ', values: [{ from: 'In Production', to: 'deployed' }] },
  ],
  key: ['name', 'unit'],
  dateOrder: 'ymd',
  decimal: '.',
  emptyWords: ['N/A'],
  duplicates: 'keep',
  externalSystem: '',
};

const target = (of: Mapping, field: ImportField, text: string): string | null => {
  const entry = fieldMapping(of, field);
  if (!entry) throw new Error(`nothing fills ${field}`);
  return valueTarget(entry, text);
};

it('believes the unlikely dates of a column, and no longer', () => {
  const believing = setBelieved(mapping, ['deployedAt'], true);
  expect([isBelieved(mapping, ['deployedAt']), isBelieved(believing, ['deployedAt'])]).toEqual([false, true]);
  expect(isBelieved(believing, ['retiredAt'])).toBe(false);
  expect(setBelieved(setBelieved(believing, ['retiredAt'], true), ['deployedAt'], false).believe).toEqual([
    'retiredAt',
  ]);
});

describe('targets of columns', () => {
  it('joins a second column to a field, in the order of choosing', () => {
    const joined = setTargets(mapping, 'Bureau', ['unit']);
    expect(joined.fields[1]?.columns).toEqual(['Agency', 'Bureau']);
    expect(setSeparator(joined, 'unit', ', ').fields[1]?.separator).toBe(', ');
  });

  it('lets one column fill two fields', () => {
    const both = setTargets(mapping, 'Stage', ['stage', 'monitored']);
    expect(targetsOf(both, 'Stage')).toEqual(['stage', 'monitored']);
    expect(target(both, 'stage', 'in production')).toBe('deployed');
  });

  it('takes a field out with its last column, and out of the key', () => {
    const without = setTargets(mapping, 'Agency', []);
    expect(without.fields.map(({ field }) => field)).toEqual(['name', 'stage']);
    expect(without.key).toEqual(['name']);
  });

  it('leaves the entries of other columns the same objects', () => {
    const edited = setValue(mapping, 'stage', 'Pilot', 'validation');
    expect(entriesOf(edited, 'Agency')[0]).toBe(entriesOf(mapping, 'Agency')[0]);
    expect(entriesOf(edited, 'Stage')[0]).not.toBe(entriesOf(mapping, 'Stage')[0]);
  });

  it('changes nothing of the mapping that it was given', () => {
    const before = structuredClone(mapping);
    setValue(setTargets(mapping, 'Agency', ['businessOwner']), 'stage', 'x', 'training');
    expect(mapping).toEqual(before);
  });
});

describe('values', () => {
  it('are compared without case and surplus blanks', () => {
    expect(target(mapping, 'stage', ' in  PRODUCTION ')).toBe('deployed');
    expect(target(mapping, 'stage', 'Pilot')).toBeNull();
  });

  it('are set, replaced, left empty and taken away', () => {
    const set = setValue(mapping, 'stage', 'IN PRODUCTION', 'monitored');
    expect(set.fields[2]?.values).toEqual([{ from: 'IN PRODUCTION', to: 'monitored' }]);
    expect(target(setValue(set, 'stage', 'Pilot', ''), 'stage', 'pilot')).toBe('');
    expect(target(setValue(set, 'stage', 'In production', null), 'stage', 'In Production')).toBeNull();
  });

  it('empty words are kept once', () => {
    expect(setEmptyWords(mapping, [' n/a', 'N/A', '', 'none']).emptyWords).toEqual(['n/a', 'none']);
    expect(isEmptyWord(mapping.emptyWords, 'n/a ')).toBe(true);
    expect(isEmptyWord(mapping.emptyWords, 'no')).toBe(false);
  });
});

describe('whyNotReady', () => {
  it('asks for a name and a key', () => {
    expect(whyNotReady(mapping)).toBe('');
    expect(whyNotReady(setTargets(mapping, 'Use Case Name', []))).toContain('name of the model');
    expect(whyNotReady(setKey(mapping, []))).toContain('tells models apart');
  });
});
