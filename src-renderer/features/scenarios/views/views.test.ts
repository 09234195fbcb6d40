import { describe, expect, it } from 'vitest';
import { optionsQuestion } from '#domain/scenarios/options/options-question';
import { viewsOf } from '#domain/scenarios/options/views';
import { presetInputs } from '#domain/scenarios/plan/scenario-presets';
import { scenarioRanges } from '#domain/scenarios/plan/scenario-ranges';
import type { Scenario } from '../page/scenario-types';
import {
  chosenPaths,
  dipWords,
  pairChoices,
  pairLabel,
  pathChoices,
  returnRows,
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
