import { expect, it } from 'vitest';
import { CORE_QUESTIONS } from '#domain/assessments/questions/question-sets';
import { componentRows, componentsInWords, levelAgainstMean, meanInWords, radarAxes } from './component-rows';
import { sampleResult } from './testing/sample-assessment';

const allAt = (value: 0 | 1 | 2 | 3) => Object.fromEntries(CORE_QUESTIONS.questions.map(({ id }) => [id, value]));
const NO_FEATURES = Object.fromEntries(
  ['FS1', 'FS2', 'FS3', 'FS4', 'FS5'].map((id) => [id, 'not_applicable' as const]),
);

it('has the six in their order, with what each is for and what the target needs', () => {
  const rows = componentRows(sampleResult());
  expect(rows.map(({ component }) => component)).toEqual([
    'feature_store',
    'model_registry',
    'experiment_tracking',
    'cicd_pipelines',
    'model_monitoring',
    'model_governance',
  ]);
  expect(rows.every(({ purpose }) => purpose.endsWith('.'))).toBe(true);
  // FS needs 1, 1, 1, 1, 1 for level 2.
  expect(rows[0]?.need).toBe(1);
  expect(radarAxes(rows)[0]).toMatchObject({ id: 'feature_store', mean: rows[0]?.score.mean });
});

it('marks what the overall level stands at, but not where the target is met', () => {
  const marked = componentRows(sampleResult({ answers: { ...allAt(2), MG3: 1 } })).filter(({ holdsBack }) => holdsBack);
  expect(marked.map(({ component }) => component)).toEqual(['model_governance']);
  expect(componentRows(sampleResult({ answers: allAt(2) })).some(({ holdsBack }) => holdsBack)).toBe(false);
});

it('does not blame a component of which nothing is known', () => {
  expect(componentRows(sampleResult({ answers: {} })).some(({ holdsBack }) => holdsBack)).toBe(false);
});

it('shows what unknown answers leave open', () => {
  const row = componentRows(sampleResult({ answers: { ...allAt(2), MG3: 'unknown' } })).at(-1);
  expect(row?.level).toBe('1 to 2');
  expect(row && meanInWords(row.score)).toBe('2.0 (1.6 to 2.2 with the unknown answers)');
});

it('leaves a component out that does not apply', () => {
  const [first] = componentRows(sampleResult({ answers: { ...allAt(2), ...NO_FEATURES } }));
  expect(first).toMatchObject({ level: 'not applicable', need: null, holdsBack: false });
});

it('says why a lower mean can be a higher level, and nothing where it is not so', () => {
  // Feature store needs 1 everywhere for level 2; one answer short holds governance at level 1 whatever the others are.
  const features = Object.fromEntries(['FS1', 'FS2', 'FS3', 'FS4', 'FS5'].map((id) => [id, 1 as const]));
  const words = levelAgainstMean(componentRows(sampleResult({ answers: { ...allAt(2), ...features, MG3: 1 } })));
  expect(words).toContain('Feature store has a lower mean (1.0) than model governance (1.8)');
  expect(words).toContain('a higher level (2 against 1)');
  expect(levelAgainstMean(componentRows(sampleResult({ answers: allAt(2) })))).toBe('');
});

it('says in words where most is missing', () => {
  expect(componentsInWords(componentRows(sampleResult()))).toContain('Furthest from it is');
  expect(componentsInWords(componentRows(sampleResult({ answers: allAt(2) })))).toBe(
    'Every component meets its target.',
  );
  const words = componentsInWords(componentRows(sampleResult({ answers: { ...allAt(2), MG3: 1 } })));
  expect(words).toContain(
    'Feature store, model registry, experiment tracking, CI/CD pipelines and model monitoring meet',
  );
});
