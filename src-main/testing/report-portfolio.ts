import type { Input } from '#contract/index';
import { CORE_QUESTIONS } from '#domain/assessments/questions/question-sets';
import { expectedPreset } from './scenario-facts';
import type { TestBackend } from './test-backend';

export interface FilledPortfolio {
  readonly modelIds: readonly string[];
  readonly names: readonly string[];
  readonly assessmentId: string;
  readonly scenarioId: string;
}

export const OWNERS = ['Grace Hopper', 'Edsger Dijkstra', 'Barbara Liskov'] as const;
const UNITS = ['Retail', 'Corporate', 'Risk', 'Operations', 'Marketing', 'Claims', 'Treasury', 'Legal', 'Audit'];
const SUBJECTS = [
  'Churn',
  'Credit scoring',
  'Fraud cards',
  'Claims triage',
  'Pricing motor',
  'Next best offer',
  'Cash forecast',
];
const FREQUENCIES = ['monthly', 'quarterly', 'yearly', 'weekly'] as const;
const DAY = 24 * 3600 * 1000;

const before = (now: string, days: number): string => new Date(Date.parse(now) - days * DAY).toISOString();

/** What models, people and what these type are called. */
export interface Naming {
  readonly model: (index: number) => string;
  readonly owners: readonly string[];
  readonly scenario: string;
  readonly assessment: string;
  readonly unit: (index: number) => string;
  readonly column: string;
}

const ORDINARY: Naming = {
  model: (index) => `${SUBJECTS[index % SUBJECTS.length]} ${index + 1}`,
  owners: OWNERS,
  scenario: 'Platform for the retail bank',
  assessment: 'Autumn workshop',
  unit: (index) => String(UNITS[index % UNITS.length]),
  column: 'income',
};

/** Models of every kind, drift that some of them show, incidents, a finished assessment and a chosen scenario. */
export async function fillPortfolio(
  engine: TestBackend,
  models: number,
  now: string,
  naming = ORDINARY,
): Promise<FilledPortfolio> {
  engine.at(now);
  const { call } = engine;
  const modelIds: string[] = [];
  const names: string[] = [];
  for (let index = 0; index < models; index += 1) {
    const name = naming.model(index);
    const { id } = await call('models.create', {
      name,
      stage: stageOf(index),
      since: before(now, 300 - (index % 40)),
      unit: naming.unit(index),
      tier: ([1, 2, 3] as const)[index % 3] ?? null,
      updateFrequency: FREQUENCIES[index % FREQUENCIES.length] ?? null,
      businessOwner: String(naming.owners[index % naming.owners.length]),
    });
    modelIds.push(id);
    names.push(name);
  }
  await recordDrift(engine, modelIds, now, naming.column);
  await reportIncidents(engine, modelIds, names, now, naming.owners);
  const assessmentId = await assess(engine, naming);
  const { id: scenarioId } = await call('scenarios.create', {
    name: naming.scenario,
    ...expectedPreset,
  });
  return { modelIds, names, assessmentId, scenarioId };
}

/** A third is not in production; of the others a quarter is not monitored. */
const stageOf = (index: number) => (index % 3 === 2 ? 'training' : index % 4 === 0 ? 'deployed' : 'monitored');

async function recordDrift({ call }: TestBackend, ids: readonly string[], now: string, column: string): Promise<void> {
  const results: Extract<Input<'drift.record'>, { results: unknown }>['results'][number][] = [];
  for (const [index, modelId] of ids.entries()) {
    if (index % 4 === 3) continue;
    const silent = index % 7 === 5;
    for (let week = 0; week < 12; week += 1) {
      const drifted = index % 5 === 1 && week < 2;
      results.push({
        modelId,
        column,
        metric: 'psi',
        method: 'population stability index',
        base: 'e',
        binning: 'deciles of the reference',
        source: { tool: 'Modelfolio' },
        at: before(now, 7 * week + (silent ? 150 : 1)),
        value: drifted ? 0.31 : 0.02 + (index % 3) * 0.01,
        nRef: 10_000,
        nCur: 4_000,
        nBins: 10,
      });
    }
  }
  await call('drift.record', { results });
}

async function reportIncidents(
  { call }: TestBackend,
  ids: readonly string[],
  names: readonly string[],
  now: string,
  owners: readonly string[],
): Promise<void> {
  for (let index = 0; index < 30; index += 1) {
    const openedAt = before(now, 10 + index * 11);
    const hours = (count: number): string => new Date(Date.parse(openedAt) + count * 3600 * 1000).toISOString();
    await call('incidents.create', {
      title: `${names[index % names.length]} gave wrong scores to ${owners[index % owners.length]}`,
      modelId: ids[index % ids.length] ?? null,
      severity: ([1, 2, 3, 4] as const)[index % 4] ?? null,
      owner: String(owners[index % owners.length]),
      openedAt,
      ...(index % 6 !== 0 && { acknowledgedAt: hours(2), resolvedAt: hours(20 + index) }),
      costMinor: 1_250_000,
    });
  }
}

/** A finished assessment of all questions. */
export async function assess(
  { call }: TestBackend,
  { assessment: name, owners }: Pick<Naming, 'assessment' | 'owners'>,
): Promise<string> {
  const respondent = String(owners[0]);
  const { id } = await call('assessments.start', { name, respondents: [respondent] });
  for (const [index, question] of CORE_QUESTIONS.questions.entries()) {
    await call('assessments.answer', {
      id,
      questionId: question.id,
      respondent,
      value: ([2, 1, 3, 0, 2] as const)[index % 5] ?? 'unknown',
      grade: ([0, 1, 2] as const)[index % 3] ?? 0,
    });
  }
  await call('assessments.finish', { id });
  return id;
}
