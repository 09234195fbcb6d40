import { describe, expect, it } from 'vitest';
import { clockState } from '#domain/governance/clock';
import { type Completeness, completenessOn } from '#domain/governance/completeness';
import { dutyFraction, fraction } from '#domain/governance/weighed';
import { STATE_LETTERS } from '#domain/governance/line-state';
import { packName } from '#domain/governance/rule-pack';
import { PACKS } from './index';
import { type Expected, expected, expectedClocks, plantedPortfolio } from './testing/planted';

const rowsOf = (lines: Completeness['fields'] | Completeness['duties']): readonly string[] =>
  lines.map(({ line, states }) => `${line.id} ${states.map((state) => STATE_LETTERS[state]).join('')}`);
const wanted = (lines: Expected['fields']): readonly string[] => lines.map(({ id, rows }) => `${id} ${rows}`);

function of(line: string, day: string): Completeness {
  const found = completenessOn(PACKS, line, plantedPortfolio, day);
  if (found === null) throw new Error(`no edition of ${line} on ${day}`);
  return found;
}

const CASES = Object.entries(expected).flatMap(([line, days]) =>
  Object.entries(days).map(([day, counts]) => ({ line, day, counts })),
);

describe('the planted portfolio', () => {
  it('has cases for four lines on three days', () => expect(CASES.length).toBe(12));

  it.each(CASES)('before $line on $day: every line of every model', ({ line, day, counts }) => {
    const found = of(line, day);
    expect(packName(found.pack)).toBe(counts.pack);
    expect(found.models.map(({ id }) => id)).toEqual(counts.order);
    expect(found.models.filter(({ scope }) => scope === 'yes').length).toBe(counts.models);
    expect(found.models.filter(({ scope }) => scope === 'unknown').length).toBe(counts.scopeUnknown);
    if (counts.classes)
      expect(Object.fromEntries(found.models.map((model) => [model.id, model.class ?? 'unknown']))).toEqual(
        counts.classes,
      );
    expect(rowsOf(found.fields)).toEqual(wanted(counts.fields));
    expect(rowsOf(found.duties)).toEqual(wanted(counts.duties));
  });

  it('has a share of what it asks for on the day alone: what is held ahead of that is in none', () => {
    const shares = (line: string, day: string) => {
      const found = of(line, day);
      const counts = (states: readonly string[]) => [
        states.filter((state) => state === 'held' || state === 'met').length,
        states.filter((state) => state === 'missing').length,
      ];
      const whole = { found, weights: found.models.map(() => 1), asks: true };
      return {
        fields: fraction(whole),
        all: counts(found.fields.flatMap(({ states }) => states)),
        optional: counts(found.fields.filter(({ line }) => line.optional).flatMap(({ states }) => states)),
        duties: dutyFraction(whole),
      };
    };
    // In force: everything that is held counts, but for what is optional.
    const later = shares('osfi-e-23', '2027-12-03');
    expect(later.fields).toEqual({ held: (later.all[0] ?? 0) - (later.optional[0] ?? 0), missing: later.all[1] });
    expect(later.fields.held).toBeGreaterThan(0);
    expect(later.duties.held).toBeGreaterThan(0);
    // Before its day it asks for nothing, so that what is held of it is no share, and no 100 %.
    const before = shares('osfi-e-23', '2026-11-29');
    expect(before).toMatchObject({ fields: { held: 0, missing: 0 }, duties: { held: 0, missing: 0 } });
    expect(before.all[0]).toBeGreaterThan(0);
    // Of a text of which lines begin one after another, those that have not begun are left out.
    const act = shares('eu-ai-act', '2026-11-29');
    expect(act.fields.held).toBeLessThan(act.all[0] ?? 0);
  });

  it.each(expectedClocks)('$clock of $class on $at: $status', ({ pack, clock, at, due, status, ...report }) => {
    const found = PACKS.find((one) => packName(one) === pack)?.clocks?.find(({ id }) => id === clock);
    if (found === undefined) throw new Error(`no ${clock}`);
    expect(clockState(found, { ...report, reportedOn: report.reportedOn ?? null }, at)).toEqual({ due, status });
  });
});
