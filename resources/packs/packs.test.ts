import { describe, expect, it } from 'vitest';
import { clockState } from '#domain/governance/clock';
import { type Completeness, completenessOn, countsOf, FIELD_STATES, shareHeld } from '#domain/governance/completeness';
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

  it('has a share of what is held and missing alone', () => {
    const found = of('osfi-e-23', '2027-12-03');
    const { held, missing } = countsOf(
      found.fields.flatMap(({ states }) => states),
      FIELD_STATES,
    );
    expect(shareHeld(found)).toBeCloseTo(held / (held + missing), 12);
    // Nothing is asked for before the guideline is in force: no share, and no 100 %.
    expect(
      countsOf(
        of('osfi-e-23', '2026-11-29').fields.flatMap(({ states }) => states),
        FIELD_STATES,
      ).missing,
    ).toBe(0);
  });

  it.each(expectedClocks)('$clock of $class on $at: $status', ({ pack, clock, at, due, status, ...report }) => {
    const found = PACKS.find((one) => packName(one) === pack)?.clocks?.find(({ id }) => id === clock);
    if (found === undefined) throw new Error(`no ${clock}`);
    expect(clockState(found, { ...report, reportedOn: report.reportedOn ?? null }, at)).toEqual({ due, status });
  });
});
