import { describe, expect, it } from 'vitest';
import { AMOUNT_CASES, DATE_CASES, type Expected, NUMBER_CASES, TAG_CASES } from '#domain/base/testing/typed-values';
import { readTags } from '#domain/models/tags';
import { checkApproval } from '../components/models/approval-form';
import { fromLocalField, toLocalField } from '../lib/local-time';
import { readFieldText } from '../lib/model-field';
import { type Notation, typedNumber } from '../lib/typed';
import { readStart } from './assessments/wizard/start-form';
import { rowsIn } from './imports/drift/drift-mapping-edits';
import { readTyped } from './incidents/incident-cells';
import { readBulk } from './models/list/bulk-fields';
import { readCell } from './models/list/cell-fields';
import { checkMove } from './models/page/move-form';
import { lineOf } from './scenarios/costs/cost-line-form';

/** Every place where a person can give an amount, a number, a date or tags, held against the one table of cases. */
const NOTATIONS: readonly Notation[] = [
  { mark: '.', order: 'mdy' },
  { mark: ',', order: 'dmy' },
  { mark: '.', order: 'ymd' },
];

/** The places answer with a code, or with a sentence alone: refused is refused. */
const refusedOr = <T>(read: { ok: true; value: T } | { ok: false; message: string }): T | 'refused' => {
  if (!read.ok) expect(read.message).toMatch(/\.$/);
  return read.ok ? read.value : 'refused';
};
const expected = <T>(value: Expected<T>, isCode = typeof value === 'string'): T | 'refused' =>
  // A string that is no code is a value.
  isCode ? 'refused' : (value as T);

describe.each(AMOUNT_CASES)('the amount $text in $currency', ({ text, currency, read }) => {
  it.each(NOTATIONS)('by somebody who writes $mark', (notation) => {
    const minor = expected(read[notation.mark]);
    for (const field of ['annualValueMinor', 'annualRunCostMinor'] as const) {
      const cell = readCell(field, text, currency, notation);
      expect(refusedOr(cell.ok ? { ok: true, value: cell.patch[field] } : cell), 'grid').toBe(minor);
      const bulk = readBulk(field, text, currency, notation);
      expect(refusedOr(bulk.ok ? { ok: true, value: bulk.patch[field] } : bulk), 'bulk').toBe(minor);
      expect(refusedOr(readFieldText(field, text, currency, notation)), 'page').toBe(minor);
    }
    const cost = minor === 'refused' || minor < 0 ? 'refused' : minor;
    const incident = readTyped('costMinor', text, currency, notation);
    expect(refusedOr(incident.ok ? { ok: true, value: incident.patch.costMinor } : incident), 'incident').toBe(cost);
    const texts = { label: 'Licence', level: 'L2', start: '1', months: '0', oneOff: text, yearly: '1' };
    const line = lineOf('own:1', texts, { levels: ['L1', 'L2'], currency }, notation);
    const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    const major = cost === 'refused' ? cost : cost / 10 ** (digits.maximumFractionDigits ?? 2);
    expect(typeof line === 'string' ? 'refused' : line.oneOff, 'cost line').toBe(major);
  });
});

describe.each(NUMBER_CASES)('the number $text', ({ text, read }) => {
  it.each(NOTATIONS)('by somebody who writes $mark', (notation) => {
    const value = expected(read[notation.mark]);
    // The fields of settings, scenarios and results all read by this.
    const anyNumber = typedNumber(text, { min: 0, max: Number.MAX_VALUE, whole: false }, notation);
    expect(refusedOr(anyNumber), 'number field').toBe(value);
    const whole = value !== 'refused' && Number.isInteger(value) ? value : 'refused';
    if (text !== '') {
      const hours = readTyped('personHours', text, 'EUR', notation);
      const shown = value !== 'refused' && value > 1_000_000 ? 'refused' : value;
      expect(refusedOr(hours.ok ? { ok: true, value: hours.patch.personHours } : hours), 'hours').toBe(shown);
      const demand = { models: 0, updatesPerYear: 7, unknownFrequency: 0, tier1InProduction: 0, byFrequency: [] };
      const draft = { models: null, updates: text, growth: '0', growthUpdates: null, highRisk: null };
      // The fields of the demand that are not read here do not matter.
      const start = readStart(draft, demand as unknown as Parameters<typeof readStart>[1], notation);
      const updates = start.problems.updates === undefined ? start.inputs.updatesPerYear : 'refused';
      expect(updates, 'assessment').toBe(value !== 'refused' && value > 100_000 ? 'refused' : value);
    }
    expect(rowsIn(text, notation) ?? 'refused', 'rows of a drift import').toBe(whole);
  });
});

describe.each(DATE_CASES)('the date $text', ({ text, read }) => {
  it.each(NOTATIONS)('by somebody who writes $order', (notation) => {
    const known = read[notation.order];
    const day = expected(known, !/^\d/.test(known));
    const cell = readCell('reviewDue', text, 'EUR', notation);
    expect(refusedOr(cell.ok ? { ok: true, value: cell.patch.nextReview } : cell), 'grid').toBe(day);
    const bulk = readBulk('reviewDue', text, 'EUR', notation);
    expect(refusedOr(bulk.ok ? { ok: true, value: bulk.patch.nextReview } : bulk), 'bulk').toBe(day);
    expect(refusedOr(readFieldText('nextReview', text, 'EUR', notation)), 'page').toBe(day);
    const move = { to: 'training', day: text, reason: 'x', version: '', changed: [], replacedBy: '' } as const;
    const moved = checkMove(move, { id: 'm', allowedMoves: [] }, '2030-01-01', notation);
    expect(refusedOr(moved.ok ? { ok: true, value: moved.input.at } : moved), 'move').toBe(day);
    const approval = { approvedBy: 'Grace', day: text, note: '', nextReview: '' };
    const approved = checkApproval(approval, 'm', { today: '2030-01-01', typed: false }, notation);
    expect(refusedOr(approved.ok ? { ok: true, value: approved.input.at } : approved), 'approval').toBe(day);
    const instant = fromLocalField(text, notation);
    const local = instant === null ? 'refused' : toLocalField(instant).slice(0, 10);
    expect(local, 'time of an incident').toBe(day);
  });
});

it.each(TAG_CASES)('the tags $text', ({ text, typed }) => {
  const tags = expected(typed, typeof typed === 'string');
  const cell = readCell('tags', text, 'EUR');
  expect(refusedOr(cell.ok ? { ok: true, value: cell.patch.tags } : cell), 'grid').toEqual(tags);
  const bulk = readBulk('addTags', text, 'EUR');
  expect(refusedOr(bulk.ok ? { ok: true, value: bulk.patch.addTags } : bulk), 'bulk').toEqual(tags);
  // The page holds each tag by itself; its field parts them at commas.
  expect(refusedOr(readTags(text.split(/[,;|\n]/))), 'page').toEqual(tags);
});
