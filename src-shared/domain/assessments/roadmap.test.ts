import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from './questions/question';
import { CORE_QUESTIONS } from './questions/question-sets';
import { planRoadmap } from './roadmap';
import type { Roadmap } from './roadmap-item';
import { moveItem } from './roadmap-move';
import { longestChain } from './roadmap-words';
import { scoreAssessment } from './score';
import { anyAnswers, anyTarget } from './testing/arbitrary-answers';
import { EXAMPLE_ANSWERS } from './testing/scoring-example';

const gapsFrom = (value: AnswerValue, target: 1 | 2 | 3) =>
  scoreAssessment({
    answers: Object.fromEntries(CORE_QUESTIONS.questions.map(({ id }) => [id, { value }])),
    target,
  }).gaps;

const example = planRoadmap({ gaps: scoreAssessment({ answers: EXAMPLE_ANSWERS, target: 2 }).gaps });
const toLevel3 = planRoadmap({ gaps: gapsFrom(0, 3) });

function item(plan: Roadmap, id: string) {
  const found = plan.items.find((other) => other.id === id);
  if (!found) throw new Error(`no ${id} in the plan`);
  return found;
}

function expectOrder(plan: Roadmap): void {
  for (const { id, dependsOn, startMonth } of plan.items) {
    expect(Number.isInteger(startMonth) && startMonth >= 0).toBe(true);
    for (const before of dependsOn) {
      const { startMonth: start, months } = item(plan, before);
      expect(startMonth, `${id} after ${before}`).toBeGreaterThanOrEqual(start + months);
    }
  }
}

describe('a plan', () => {
  it('has one item for each gap, with its effort, title and what will be true', () => {
    expect(example.items).toHaveLength(14);
    expect(item(example, 'CD5')).toMatchObject({
      title: 'Release faults and recovery: from 0 to 2',
      from: 0,
      to: 2,
      effortWeeks: 6,
      months: 2,
      dependsOn: ['MR5'],
    });
    expect(item(example, 'ET5').title).toBe('Training cost: from unknown to 1');
    expect(item(example, 'MG4').outcome).toContain('model card');
  });

  it('starts with governance, and puts the registry before the pipelines before continuous training', () => {
    const starts = toLevel3.items.filter((one) => one.component === 'model_governance').map((one) => one.startMonth);
    expect(Math.min(...starts)).toBe(0);
    expect(item(toLevel3, 'CD1').dependsOn.toSorted()).toEqual(['MR1', 'MR2', 'MR3', 'MR4', 'MR5']);
    expect(item(toLevel3, 'CD3').dependsOn).toEqual(expect.arrayContaining(['MR1', 'CD1', 'CD2', 'CD5', 'MM2', 'MM3']));
    expect(item(toLevel3, 'CD3').dependsOn).not.toContain('CD4');
    expect(item(planRoadmap({ gaps: gapsFrom(0, 2) }), 'CD3').dependsOn).not.toContain('CD1');
  });

  it('from nothing to level 2 takes 12 to 24 months for the smallest team that makes it', () => {
    const plan = planRoadmap({ gaps: gapsFrom(0, 2) });
    expect(plan.fits).toBe(true);
    expect(plan.months).toBeGreaterThanOrEqual(12);
    expect(plan.people).toBe(2);
  });

  it('takes more people where two do not make the horizon', () => {
    expect(toLevel3.fits).toBe(true);
    expect(toLevel3.people).toBeGreaterThan(2);
    expect(planRoadmap({ gaps: gapsFrom(0, 3), people: toLevel3.people - 1 }).fits).toBe(false);
  });

  it('says so when the team is too small, and when no team would be enough', () => {
    const alone = planRoadmap({ gaps: gapsFrom(0, 3), people: 1 });
    expect(alone.fits).toBe(false);
    expect(alone.words[0]).toMatch(/^The plan takes \d+ months for 1 person, \d+ more than the 24 wanted. Add people/);
    const hurried = planRoadmap({ gaps: gapsFrom(0, 3), horizonMonths: 6 });
    expect(longestChain(hurried.items)).toBeGreaterThan(6);
    expect(hurried.words[0]).toContain('More people would not help');
  });

  it('has nothing to plan without gaps', () => {
    expect(planRoadmap({ gaps: [] })).toMatchObject({ items: [], months: 0, fits: true });
  });
});

describe('moving an item', () => {
  it('holds it behind its prerequisites and names them', () => {
    const registry = item(example, 'MR5');
    const moved = moveItem(example, 'CD1', 0);
    expect(moved).toMatchObject({ startMonth: registry.startMonth + registry.months, heldBy: ['MR5'] });
    expect(moved.words).toContain('it needs MR5 first');
  });

  it('moves later what waits for it, and nothing else', () => {
    const moved = moveItem(example, 'MR5', 30);
    expect(moved.pushed.toSorted()).toEqual(['CD1', 'CD2', 'CD4', 'CD5']);
    expect(item(moved.plan, 'CD5').startMonth).toBe(31);
    expect(item(moved.plan, 'FS2')).toEqual(item(example, 'FS2'));
    expect(moved.plan.fits).toBe(false);
  });

  it('warns of a month with too much work, and of governance that comes late', () => {
    let plan = example;
    for (const { id, component } of example.items) {
      if (component === 'model_monitoring') plan = moveItem(plan, id, 6).plan;
      if (component === 'model_governance') plan = moveItem(plan, id, 9).plan;
    }
    expect(plan.overloadedMonths).toContain(6);
    expect(plan.words.join(' ')).toContain('ask for more than 2 people, the first of them month 7');
    expect(plan.words.join(' ')).toContain('Governance starts in month 10 only');
  });

  it('refuses an item that is not there', () => {
    expect(() => moveItem(example, 'MR1', 3)).toThrow('no item "MR1"');
    expect(() => moveItem(example, 'MR5', Number.NaN)).toThrow('not a number');
  });
});

it('every plan keeps the order and the size of the team', () => {
  fc.assert(
    fc.property(anyAnswers, anyTarget, fc.integer({ min: 1, max: 6 }), (answers, target, people) => {
      const { gaps } = scoreAssessment({ answers, target });
      const plan = planRoadmap({ gaps, people });
      expect(plan.items.map(({ id }) => id).toSorted()).toEqual(gaps.map(({ id }) => id).toSorted());
      expect(plan.overloadedMonths).toEqual([]);
      expectOrder(plan);
    }),
    { numRuns: 100 },
  );
});

it('after any moves no item starts before its prerequisites end', () => {
  const moves = fc.array(fc.tuple(fc.nat(29), fc.integer({ min: -5, max: 40 })), { maxLength: 15 });
  fc.assert(
    fc.property(moves, (drawn) => {
      let plan = toLevel3;
      for (const [index, month] of drawn) {
        const id = plan.items[index % plan.items.length]?.id ?? '';
        const moved = moveItem(plan, id, month);
        expect(item(moved.plan, id).startMonth).toBe(moved.startMonth);
        plan = moved.plan;
        expectOrder(plan);
      }
    }),
    { numRuns: 150 },
  );
});
