import { describe, expect, it } from 'vitest';
import { optionsQuestion } from '#domain/scenarios/options/options-question';
import { viewsOf } from '#domain/scenarios/options/views';
import { presetInputs } from '#domain/scenarios/plan/scenario-presets';
import { scenarioRanges } from '#domain/scenarios/plan/scenario-ranges';
import { readOptionsSearch } from '../../../lib/options-search';
import { askedOf, parted, riskOf, triangleWord, viewOf, wordsOf } from '../options/asked';
import type { Scenario } from '../page/scenario-types';
import { endProblem, withEnd } from './risk-fields';
import {
  chosenPaths,
  dipWords,
  pairChoices,
  pairLabel,
  pathChoices,
  returnRows,
  teiNote,
  teiRows,
  twoWayRows,
  type Views,
  viewsQuestion,
} from './view-words';

const inputs = { ...presetInputs('expected'), modelsAtStart: 32 };
const uncertain = scenarioRanges(inputs, 'EUR', []);
const scenario = { inputs, compare: 'L3 vs L1', uncertain, items: [] } as unknown as Scenario; // what the views read of it
const choices = pathChoices(scenario);
const paths = chosenPaths(choices, 'L1', {});
const asked = optionsQuestion({ ...scenario, correlations: [], runs: 1, seed: 1, currency: 'EUR' }).uncertain ?? [];
const views = viewsOf({
  inputs,
  compare: 'L3 vs L1',
  ...(paths ? { pathX: paths[0], pathY: paths[1] } : {}),
  uncertain: asked,
}) as unknown as Views; // as the channel answers

describe('the two inputs of the table', () => {
  it('are people of today and updates until somebody chooses others, never one twice', () => {
    expect(paths).toEqual(['levels.L1.operateFte', 'updatesPerYear']);
    expect(chosenPaths(choices, 'L1', { x: 'updatesPerYear' })).toEqual(['updatesPerYear', 'levels.L1.operateFte']);
    expect(chosenPaths(choices, 'L1', { x: 'updatesPerYear', y: 'updatesPerYear' })?.[1]).not.toBe('updatesPerYear');
    expect(chosenPaths(choices, 'L1', { y: 'nonsense' })).toEqual(paths);
    expect(chosenPaths([], 'L1', {})).toBeNull();
  });

  it('frame the plan in the cell that is the headline', () => {
    if (!views.twoWay) throw new Error('Two inputs have a range.');
    const { heads, rows } = twoWayRows(views.twoWay, 'EUR');
    expect(heads.filter(({ here }) => here)).toHaveLength(1);
    const here = rows.flatMap(({ cells }) => cells).filter((cell) => cell.here);
    expect(here).toHaveLength(1);
    expect(here[0]?.text).toBe(teiRows(views, 'EUR').find(({ label }) => label === 'NPV')?.plain);
  });
});

it('asks with the two ranges alone, over the years of the page', () => {
  const question = viewsQuestion(scenario, { years: 7, pair: 'L2 vs L1' }, paths);
  expect(question).toMatchObject({ compare: 'L2 vs L1', horizon: 7, pathX: paths?.[0], pathY: paths?.[1] });
  expect(question.uncertain?.map(({ path }) => path).toSorted()).toEqual([...(paths ?? [])].toSorted());
  expect(viewsQuestion(scenario, {}, null)).not.toHaveProperty('pathX');
});

it('names three returns, and what a change-over would cost', () => {
  const texts = returnRows(views).map(({ text }) => text);
  expect(new Set(texts).size).toBe(3);
  expect(dipWords(views, 'EUR')).toMatch(/^With 3 months in which 15% of the work brings nothing .* instead of €/);
  expect(dipWords({ ...views, dip: { ...views.dip, payback: null } }, 'EUR')).toContain(
    'not paid back within the plan.',
  );
  expect(pairLabel('L3 vs L2')).toBe('level 3 against level 2');
  expect(pairChoices(inputs).map(({ value }) => value)).toEqual(['L2 vs L1', 'L3 vs L1', 'L3 vs L2']);
});

describe('the factors of the risk-adjusted view', () => {
  const search = readOptionsSearch({ benefit: '0.6,0.9,1' });
  const risk = { benefit: [0.6, 0.9, 1], cost: [1, 1, 1.3] };

  it('are a part of the address that may be kept, and change nothing else', () => {
    expect(riskOf({})).toBeUndefined();
    expect(riskOf(search)).toEqual(risk);
    expect(viewsQuestion(scenario, search, null)).toMatchObject(risk);
    expect(viewsQuestion(scenario, {}, null)).not.toHaveProperty('benefit');
    expect(askedOf(search)).toEqual({ risk });
    expect(wordsOf(askedOf(search))).toEqual(search);
    expect(parted(search).house).toEqual(search);
    expect(viewOf(search)).toEqual({ asked: {} });
    const plan = { ...scenario, correlations: [], runs: 1, seed: 1, currency: 'EUR' };
    expect(optionsQuestion({ ...plan, asked: askedOf(search) })).toEqual(optionsQuestion(plan));
  });

  it('are not read where the least is not the least', () => {
    for (const benefit of ['0.9,0.6,1', '0.6,0.9', '0.6,0.9,11', '0.6;0.9;1', 'x', '-1,0,1'])
      expect(readOptionsSearch({ benefit }), benefit).toEqual({});
  });

  it('say what is wrong of an end, and give back what is offered where it is emptied', () => {
    const triangle = [0.7, 0.9, 1] as const;
    expect(endProblem(triangle, 0, 0.95)).toBe('95% is above the likely, 90%: write the likely first.');
    expect(endProblem(triangle, 1, 0.5)).toBe('50% is below the least, 70%: write the least first.');
    expect(endProblem(triangle, 2, 1.2)).toBe('');
    const offered = [0.7, 1, 1] as const;
    expect(withEnd(triangle, 1, 0.8, offered)).toEqual([0.7, 0.8, 1]);
    expect(withEnd(triangle, 1, undefined, offered)).toEqual([0.7, 1, 1]);
    expect(withEnd([0.2, 0.3, 0.4], 1, undefined, offered)).toEqual([0.2, 0.4, 0.4]);
    expect(triangleWord([0.7, 1, 1], offered)).toBeUndefined();
    expect(triangleWord([0.7, 0.9, 1], offered)).toBe('0.7,0.9,1');
  });

  it('stand in the note with whose they are, and the benefits fall with them', () => {
    const own = viewsOf({ inputs, compare: 'L3 vs L1', benefit: [0.6, 0.9, 1], cost: [1, 1, 1.3] }) as unknown as Views; // as above
    expect(teiNote(own, riskOf(search))).toMatch(
      /^Benefits × 0.83 and costs × 1.1: means of the triangles 60%, 90%, 100% and 100%, 100%, 130%, as entered here\./,
    );
    expect(teiNote(views, undefined)).toContain('70%, 100%, 100% and 100%, 100%, 130%, an assumption.');
    expect(own.tei.adjusted.pvBenefits).toBeCloseTo((2.5 / 3) * own.tei.plain.pvBenefits, 6);
  });
});
