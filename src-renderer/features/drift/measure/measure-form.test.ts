import { describe, expect, it } from 'vitest';
import {
  asksOrder,
  EMPTY_FORM,
  formProblem,
  isMeasured,
  type MeasureForm,
  measureInput,
  proposeRanges,
} from './measure-form';
import type { Inspected, InspectedColumn } from './measure-types';

const column = (name: string, type: InspectedColumn['type'], from: string | null = null): InspectedColumn => ({
  column: name,
  type,
  why: null,
  missing: 0,
  samples: [],
  from,
  to: from === null ? null : '2026-03-31',
});

const inspected: Inspected = {
  fileName: 'a.csv',
  encoding: 'utf-8',
  rows: 900,
  columns: [column('x', 'numeric'), column('day', 'dates', '2026-01-01'), column('id', 'none')],
};

const file = (token: string): MeasureForm['reference'] => ({ token, name: `${token}.csv` });

describe('what was chosen', () => {
  it('says what is missing, one thing after the other', () => {
    expect(formProblem(EMPTY_FORM, null)).toBe('Choose the reference file.');
    const one: MeasureForm = { ...EMPTY_FORM, reference: file('a') };
    expect(formProblem(one, inspected)).toBe('Choose the current file.');
    const both: MeasureForm = { ...one, current: file('b') };
    expect(formProblem(both, null)).toBe('The reference is still being read.');
    expect(formProblem({ ...both, leftOut: new Set(['x']) }, inspected)).toBe('Choose at least one column.');
    expect(formProblem(both, inspected)).toBeNull();
    expect(formProblem(both, { ...inspected, rows: 0 })).toBe(
      'a.csv has no rows below its header: there is nothing to measure.',
    );
    const ranges: MeasureForm = { ...one, mode: 'ranges', dateColumn: 'day' };
    expect(formProblem(ranges, inspected)).toBe('Say from when to when the reference rows are.');
    const days = { from: '2026-02-01', to: '2026-01-01' };
    expect(formProblem({ ...ranges, referenceDays: days }, inspected)).toBe(
      'The reference range ends before it begins.',
    );
  });

  it('becomes the call, of the columns that can be compared', () => {
    const form: MeasureForm = { ...EMPTY_FORM, reference: file('a'), current: file('b') };
    expect(measureInput(form, inspected)).toEqual({
      reference: { file: 'a' },
      current: { file: 'b' },
      columns: ['x'],
      options: { types: {} },
    });
    const other: MeasureForm = { ...form, encodings: { reference: 'auto', current: 'windows-1251' } };
    expect(measureInput(other, inspected, 'm1')).toMatchObject({
      reference: { file: 'a' },
      current: { file: 'b', encoding: 'windows-1251' },
      modelId: 'm1',
    });
    expect(measureInput({ ...form, current: null }, inspected)).toBeNull();
    const chosen: MeasureForm = { ...form, types: new Map([['id', 'categorical']]) };
    expect(measureInput(chosen, inspected)).toMatchObject({
      columns: ['x', 'id'],
      options: { types: { id: 'categorical' } },
    });
    expect(isMeasured(chosen, column('id', 'none'))).toBe(true);
  });

  it('asks for two ranges of the same file, open ends left out', () => {
    const form: MeasureForm = {
      ...EMPTY_FORM,
      mode: 'ranges',
      reference: file('a'),
      dateColumn: 'day',
      referenceDays: { from: '', to: '2026-01-31' },
      currentDays: { from: '2026-02-01', to: '' },
      encodings: { reference: 'utf-16le', current: 'auto' },
    };
    expect(measureInput(form, inspected, 'm1')).toMatchObject({
      modelId: 'm1',
      reference: { file: 'a', encoding: 'utf-16le', rows: { column: 'day', to: '2026-01-31' } },
      current: { file: 'a', encoding: 'utf-16le', rows: { column: 'day', from: '2026-02-01' } },
    });
  });

  it('asks for the order of day and month where the dates do not tell', () => {
    const odd: Inspected = { ...inspected, columns: [column('x', 'numeric'), column('when', 'dates')] };
    const days = { from: '2026-01-01', to: '2026-02-01' };
    const form: MeasureForm = {
      ...EMPTY_FORM,
      mode: 'ranges',
      reference: file('a'),
      dateColumn: 'when',
      referenceDays: days,
      currentDays: days,
    };
    expect(formProblem(form, odd)).toBe(
      'Say whether the day or the month comes first in “when”: the dates do not tell.',
    );
    expect(measureInput({ ...form, dateOrder: 'dmy' }, odd)).toMatchObject({
      reference: { rows: { column: 'when', order: 'dmy' } },
      current: { rows: { order: 'dmy' } },
    });
    expect(asksOrder({ ...form, dateColumn: 'day' }, inspected)).toBe(false);
  });

  it('is proposed as the first third of the days against the rest', () => {
    expect(proposeRanges(column('day', 'dates', '2026-01-01'))).toEqual({
      reference: { from: '2026-01-01', to: '2026-01-30' },
      current: { from: '2026-01-31', to: '2026-03-31' },
    });
    expect(proposeRanges(column('day', 'dates'))).toBeNull();
    expect(proposeRanges({ ...column('day', 'dates', '2026-03-31') })).toBeNull();
  });
});
