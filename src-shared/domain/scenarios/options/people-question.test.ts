import { expect, it } from 'vitest';
import { presetInputs } from '../plan/scenario-presets';
import { decide } from './decide';
import { peopleToday, previewPeople, takePeople } from './people-question';

const inputs = { ...presetInputs('expected'), modelsAtStart: 32 };
const told = { least: 8, likely: 10, most: 14, by: 'Marta', day: '2026-11-20', above: 'absolute' } as const;

it('reads the levels above in both ways, as the decision itself would', () => {
  const { readings, operateFte } = previewPeople(inputs, 10);
  for (const { above, cheapest, npv } of readings) {
    const taken = takePeople(inputs, { ...told, above }, [], null);
    const decision = decide({ inputs: taken.inputs });
    expect(cheapest).toBe(decision.cheapest);
    expect(npv.L2).toBeCloseTo(decision.levels.L2?.npvVsL1 ?? 0, 6);
    expect(taken.inputs.levels.L1?.operateFte).toBe(operateFte);
  }
  expect(readings.map(({ above }) => above)).toEqual(['absolute', 'inProportion']);
  expect(readings[1]?.npv.L2).toBeGreaterThan(readings[0]?.npv.L2 ?? 0);
});

it('says what the plan implies today, and where fewer people than its own hours were told', () => {
  const { models, implied } = peopleToday(inputs);
  expect(models).toBe(32);
  expect(implied).toBeGreaterThan(32 * (inputs.levels.L1?.operateFte ?? 0));
  expect(previewPeople(inputs, 0)).toMatchObject({ operateFte: 0, tooFew: true });
  expect(takePeople(inputs, { ...told, likely: 0 }, [], null).note('levels.L1.operateFte')).toContain(
    'more people than there are',
  );
});

it('takes the people of incidents out of the answer where their hours are known, and says so where not', () => {
  const at = 'levels.L1.operateFte';
  const without = takePeople(inputs, told, [], null);
  const known = takePeople(inputs, told, [], 50);
  const incidents = (32 * (inputs.levels.L1?.incidentsPerModel ?? 0) * 50) / inputs.hoursPerYear;
  const [more = 0, less = 0] = [without, known].map(({ inputs: { levels } }) => levels.L1?.operateFte);
  expect(32 * (more - less)).toBeCloseTo(incidents, 9);
  expect(without.note(at)).toContain('the hours of incidents are not known and stay in it');
  expect(known.note(at)).toMatch(/ for updates and [\d.]+ for incidents by the plan’s own hours\.$/);
  expect(known.inputs).not.toHaveProperty('incidentHours');
});
