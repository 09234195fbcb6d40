import { describe, expect, it } from 'vitest';
import { sayMonth } from '#domain/base/calendar';
import { explainOptions } from '#domain/scenarios/explain/explain-option';
import { decide } from '#domain/scenarios/options/decide';
import { optionsQuestion } from '#domain/scenarios/options/options-question';
import { dateOfYears } from '#domain/scenarios/options/plan-calendar';
import { sayTenthsAlone } from '#domain/scenarios/options/tenths';
import { presetInputs } from '#domain/scenarios/plan/scenario-presets';
import { scenarioRanges } from '#domain/scenarios/plan/scenario-ranges';
import { readOptionsSearch } from '../../../lib/options-search';
import { optionColumns } from './option-columns';
import { optionRows } from './option-rows';
import { runningCost } from './options-chart';
import type { Answer } from './options-types';
import { turnStrips } from './turn-strips';

const inputs = { ...presetInputs('expected'), modelsAtStart: 32 };
const plan = {
  inputs,
  uncertain: scenarioRanges(inputs, 'EUR', []),
  correlations: [],
  runs: 200,
  seed: 1,
  currency: 'EUR',
};
const answer = decide(optionsQuestion(plan, { asked: { startDate: '2027-01' } })) as unknown as Answer; // as the channel answers
const columns = optionColumns(answer);
const rows = (peopleKnown: boolean) =>
  optionRows({ answer, columns, currency: 'EUR', discountRate: inputs.discountRate, peopleKnown });
const cell = (id: string, at: number, peopleKnown = false) => rows(peopleKnown).find((row) => row.id === id)?.cells[at];

describe('the options side by side', () => {
  it('are the levels and then the staged path', () => {
    expect(columns.map(({ name }) => name)).toEqual(['Level 1, stay', 'Level 2', 'Level 3', 'Level 2, then 3']);
    expect(columns[3]?.note).toBe('gate after 2 years, may stop there');
    const cheapest = columns.find(({ note }) => note.includes('costs least'));
    expect(cheapest?.id).toBe(answer.cheapest);
  });

  it('mark the best of a row, and say nothing of today against itself', () => {
    const npv = rows(false).find(({ id }) => id === 'npv');
    const best = npv?.cells.findIndex((one) => one.best) ?? -1;
    const values = columns.map(({ figures }) => figures.npvVsL1);
    expect(values[best]).toBe(Math.max(...values.slice(1)));
    expect(npv?.cells[0]).toEqual({ text: '–', best: false, none: true });
  });

  it('give no share of runs of today’s way while nobody has said how many people it takes', () => {
    expect(cell('share', 0)?.text).toBe('–');
    expect(cell('share', 0, true)?.text).not.toBe('–');
    expect(cell('share', 3)?.text).toBe('–');
    expect([sayTenthsAlone(0.02), sayTenthsAlone(0.26), sayTenthsAlone(0.97)]).toEqual([
      'hardly any run',
      'about 3 of 10',
      'nearly all runs',
    ]);
  });

  it('round what comes of guesses to what these carry, and leave what was given', () => {
    const scene = { answer, columns, currency: 'EUR', discountRate: inputs.discountRate, peopleKnown: true, digits: 2 };
    const texts = (id: string) =>
      optionRows(scene)
        .find((row) => row.id === id)
        ?.cells.map(({ text }) => String(text)) ?? [];
    for (const id of ['pv', 'npv', 'total', 'peak']) {
      for (const text of texts(id))
        expect((text.match(/[1-9]\d?/)?.[0] ?? '').length, `${id} ${text}`).toBeLessThanOrEqual(2);
      for (const text of texts(id)) expect(text.replaceAll(/\D/g, '').replace(/0+$/, '').length).toBeLessThanOrEqual(2);
    }
    expect(texts('investment')[2]).toBe('€1.2M');
  });

  it('say the calendar month of a payback', () => {
    const { paybackDate } = columns[1]?.figures ?? {};
    expect(paybackDate).toMatch(/^20\d\d-\d\d$/);
    expect(cell('payback', 1)?.text).toMatch(/^[A-Z][a-z]{2} 20\d\d$/);
  });

  it('cost in the chart what they cost in the table', () => {
    for (const column of columns) {
      const sums = runningCost(column);
      expect(sums).toHaveLength(inputs.newModels.length + 1);
      expect(sums.at(-1)).toBeCloseTo(column.figures.totalCost, 4);
      expect(sums[0]).toBeCloseTo(
        column.figures.investments.filter(({ month }) => month === 0).reduce((sum, { amount }) => sum + amount, 0),
        9,
      );
    }
  });
});

describe('where the answer turns', () => {
  const { strips, others } = turnStrips(answer, { currency: 'EUR' });

  it('is told of every number that turns it, the nearest first', () => {
    const names = new Set(answer.turns.map(({ by }) => by));
    expect(strips.length + others.length).toBe(names.size + answer.noTurns.length);
    expect(strips.length).toBeGreaterThan(2);
    expect(strips[0]?.words).toContain('Cheapest: ');
  });

  it('is a date where a horizon turns it and the plan has a start, and a date alone of no other number', () => {
    const turn = answer.turns.find(({ by }) => by === 'years');
    if (!turn) throw new Error('No horizon turns it.');
    const told = turnStrips(answer, { currency: 'EUR', startDate: '2026-11' });
    const said = [...told.strips.map(({ words }) => words), ...told.others].filter((words) =>
      / [A-Z][a-z]{2} 20\d\d/.test(words),
    );
    const { date } = dateOfYears('2026-11', turn.at);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`, ${sayMonth(date ?? '')}`);
    expect(strips.some(({ words }) => / [A-Z][a-z]{2} 20\d\d/.test(words))).toBe(false);
  });

  it('has the parts side by side over the whole strip, and every mark on it', () => {
    for (const { parts, stands, turns } of strips) {
      expect(parts[0]?.from).toBe(0);
      expect(parts.at(-1)?.to).toBe(1);
      for (const [at, part] of parts.entries()) if (at > 0) expect(part.from).toBe(parts[at - 1]?.to);
      for (const { at } of [stands, ...turns]) expect(at >= 0 && at <= 1).toBe(true);
    }
  });
});

it('reads only what an address may say', () => {
  expect(readOptionsSearch({ years: 7, gate: 36, growth: 'continue', start: '2027-01' })).toEqual({
    years: 7,
    gate: 36,
    growth: 'continue',
    start: '2027-01',
  });
  expect(readOptionsSearch({ years: 11, gate: 18, growth: 'x', start: '2027-13' })).toEqual({});
});

describe('every figure of the table', () => {
  it('opens to a formula, and what is not there does not', () => {
    for (const known of [true, false]) {
      const opened = explainOptions(optionsQuestion(plan), answer, known);
      for (const row of rows(known)) {
        for (const [at, { none = false }] of row.cells.entries()) {
          const figure = opened[at]?.figures.find(({ key }) => key === row.opens);
          expect(figure !== undefined, `${row.label} of ${columns[at]?.name}`).toBe(!none);
        }
      }
    }
  });

  it('says the cost of each year in one unit for the whole row', () => {
    const years = rows(false).find(({ id }) => id === 'years');
    expect(years?.label).toBe('Cost without investment, FY 2027 to FY 2031, million EUR');
    expect(years?.cells[0]?.text).toEqual(columns[0]?.figures.onAxis.cost.map((cost) => (cost / 1_000_000).toFixed(1)));
  });
});
