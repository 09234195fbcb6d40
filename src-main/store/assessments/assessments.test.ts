import { expect, it } from 'vitest';
import { openTestStore, testRequest } from '../testing/open-test-store';
import { findOrganisationAssessment, listFinishedAssessments } from './assessments';
import type { AssessmentRow } from './tables';

const at = (day: string): string => `2026-${day}T00:00:00.000Z`;

function assessment(id: string, unit: string, finished: string | null): AssessmentRow {
  return {
    id,
    name: id,
    unit,
    status: finished === null ? 'open' : 'finished',
    started_at: at('01-01'),
    finished_at: finished === null ? null : at(finished),
    question_version: 1,
    target: 2,
    component_targets: '{}',
    weights: '{}',
    inputs: '{}',
    respondents: '[]',
    position: '{}',
    roadmap: null,
    result: null,
  };
}

async function storeWith(...rows: readonly AssessmentRow[]) {
  const store = await openTestStore();
  await store.write(testRequest(), async (write) => {
    await write.insert('assessments', rows);
    return { label: 'Assess', value: null };
  });
  return store;
}

it('takes the latest of the organisation before a later one of a unit, and leaves open ones out', async () => {
  const { read } = await storeWith(
    assessment('unit', 'Motor', '06-01'),
    assessment('first', '', '02-01'),
    assessment('second', '', '04-01'),
    assessment('open', '', null),
  );
  expect((await listFinishedAssessments(read)).map(({ id }) => id)).toEqual(['second', 'first', 'unit']);
  expect((await findOrganisationAssessment(read))?.id).toBe('second');
  expect((await findOrganisationAssessment(read, at('03-01')))?.id).toBe('first');
  expect(await findOrganisationAssessment(read, at('01-15'))).toBeNull();
});

it('lets that of a unit stand in where a plan or a report asks, and never where the organisation is asked for', async () => {
  const { read } = await storeWith(assessment('earlier', 'Motor', '03-01'), assessment('unit', 'Home', '05-01'));
  expect((await listFinishedAssessments(read)).map(({ id }) => id)).toEqual(['unit', 'earlier']);
  expect(await findOrganisationAssessment(read)).toBeNull();
});
