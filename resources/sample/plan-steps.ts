import type { Input } from '#contract/index';
import type { SampleCalendar } from './calendar';
import type { Ask, Step } from './step';
import { PEOPLE } from './story/people';

type Price = NonNullable<Input<'vendors.save'>['price']>;

/** Of level 2, nothing of it known yet. */
const ASKED: Price = {
  level: 'L2',
  currency: 'EUR',
  oneOffMinor: null,
  perYearMinor: null,
  perModelMinor: null,
  exitMinor: null,
  keepPlatformMinor: null,
  escalator: null,
  coverage: null,
  rampMonths: null,
  note: '',
};

type Offered = Input<'vendors.save'>['components'];

const offered = (coverage: readonly ('none' | 'partial' | 'full')[], evidence: readonly string[]): Offered => {
  const part = (i: number) => ({ coverage: coverage[i] ?? 'none', evidence: evidence[i] ?? '' });
  return {
    feature_store: part(0),
    model_registry: part(1),
    experiment_tracking: part(2),
    cicd_pipelines: part(3),
    model_monitoring: part(4),
    model_governance: part(5),
  };
};

/** Three offers that were asked for after the second assessment. All vendors are invented. */
export function vendorSteps(calendar: SampleCalendar): readonly Step[] {
  const offer = (hour: number, id: string, input: Input<'vendors.save'>): Step => ({
    at: calendar.work(-38, hour),
    actor: PEOPLE.platform,
    channel: 'vendors.save',
    id: `sample-vendor-${id}`,
    input,
  });
  return [
    offer(10, 'north', {
      name: 'Northlight ML Cloud',
      notes: 'Platform of the cloud that claims already uses.',
      price: {
        ...ASKED,
        oneOffMinor: 6_000_000,
        perYearMinor: 22_000_000,
        perModelMinor: 350_000,
        exitMinor: 8_000_000,
        escalator: 0.05,
        coverage: 0.75,
        note: 'List price of 60 users and the computing of the trial, for a year.',
      },
      components: offered(
        ['full', 'full', 'full', 'full', 'partial', 'none'],
        [
          'Seen in the trial.',
          'Seen in the trial.',
          'Seen in the trial.',
          'Canary shown by another customer.',
          'No drift of text.',
          'Says that governance is a matter of process.',
        ],
      ),
    }),
    offer(11, 'quarry', {
      name: 'Quarry Open Stack',
      notes: 'Support for what pricing runs itself.',
      price: {
        ...ASKED,
        oneOffMinor: 9_000_000,
        perYearMinor: 12_000_000,
        perModelMinor: 0,
        keepPlatformMinor: 4_000_000,
        escalator: 0.03,
        coverage: 0.5,
        note: 'Servers stay our own. Nobody has asked yet what leaving it costs.',
      },
      components: offered(
        ['none', 'full', 'full', 'partial', 'partial', 'partial'],
        [
          '',
          'In use at pricing.',
          'In use at pricing.',
          'Pipelines stay our own.',
          'Needs a tool of its own.',
          'Stages and approvals, no risk tiers.',
        ],
      ),
    }),
    offer(12, 'beacon', {
      name: 'Beacon Model Risk',
      notes: 'Governance and monitoring only; would stand beside one of the others.',
      components: offered(
        ['none', 'partial', 'none', 'none', 'full', 'full'],
        ['', 'Reads registries of others.', '', '', 'Two insurers as references.', 'Templates for the regulator seen.'],
      ),
    }),
  ];
}

export const SCENARIO_IDS = {
  expected: 'sample-scenario-expected',
  conservative: 'sample-scenario-conservative',
  article: 'sample-scenario-article',
} as const;

const PRESETS = ['expected', 'conservative', 'article'] as const;

/** What the portfolio's own rows have told of the plan. */
const TAKEN = [
  'timeToProduction',
  'releasesPerYear',
  'plannedModels',
  'incidentsPerModelYear',
  'incidentHours',
] as const;

/** Gaps that become cost lines of the plan. */
const MOST_GAPS = 6;

/** Three scenarios; the expected one is the plan, with the portfolio's own figures in place of assumptions. */
export function scenarioSteps(calendar: SampleCalendar): readonly Step[] {
  const made = (hour: number, preset: keyof typeof SCENARIO_IDS, name: string, notes: string): Step => ({
    at: calendar.work(-33, hour),
    actor: PEOPLE.cdo,
    channel: 'scenarios.create',
    id: SCENARIO_IDS[preset],
    input: { name, notes, from: { kind: 'preset', preset } },
  });
  // What the portfolio needs against what it has.
  const compared = (preset: keyof typeof SCENARIO_IDS, i: number): Step => ({
    at: calendar.work(-33, 10.5 + i / 10),
    actor: PEOPLE.cdo,
    channel: 'scenarios.update',
    input: { id: SCENARIO_IDS[preset], patch: { compare: 'L3 vs L1' } },
  });
  const taken = TAKEN.map(
    (measure, i): Step => ({
      at: calendar.work(-32, 10 + i / 10),
      actor: PEOPLE.finance,
      channel: 'scenarios.take',
      input: async (ask) => ((await measures(ask, measure)) ? { id: SCENARIO_IDS.expected, measure } : null),
    }),
  );
  return [
    made(
      9,
      'expected',
      'Plan for the board',
      'Own figures where the portfolio has them; the rest are assumptions with sources.',
    ),
    made(9.5, 'conservative', 'Conservative', 'Slower, dearer, later: what if it goes as such things often go.'),
    made(
      10,
      'article',
      'Staffing of the article',
      'Twelve people by hand against eight on a platform, taken literally.',
    ),
    ...PRESETS.map(compared),
    {
      at: calendar.work(-33, 11),
      actor: PEOPLE.cdo,
      channel: 'scenarios.choose',
      input: { id: SCENARIO_IDS.expected },
    },
    ...taken,
    {
      at: calendar.work(-32, 11),
      actor: PEOPLE.finance,
      channel: 'scenarios.update',
      input: async (ask) => {
        const { inputs } = await ask('scenarios.get', { id: SCENARIO_IDS.expected });
        const patch = {
          inputs: { ...inputs, loadedAnnual: 112_000 },
          note: 'Mean of the team in the budget of the year',
        };
        return { id: SCENARIO_IDS.expected, patch };
      },
    },
    {
      at: calendar.work(-31, 14),
      actor: PEOPLE.platform,
      channel: 'scenarios.takeGaps',
      input: async (ask) => {
        const { lines } = await ask('scenarios.gaps', { id: SCENARIO_IDS.expected });
        const gaps = lines.slice(0, MOST_GAPS).map(({ questionId }) => ({ questionId, yearly: 0 }));
        return gaps.length === 0 ? null : { id: SCENARIO_IDS.expected, gaps, fromInvestment: true };
      },
    },
  ];
}

async function measures(ask: Ask, measure: (typeof TAKEN)[number]): Promise<boolean> {
  const { measured } = await ask('scenarios.measured', { id: SCENARIO_IDS.expected });
  return measured.some(({ key, value }) => key === measure && value !== null);
}

/** Views that somebody kept for the weekly round. */
export function viewSteps(calendar: SampleCalendar): readonly Step[] {
  const view = (hour: number, id: string, input: Input<'views.save'>): Step => ({
    at: calendar.work(-28, hour),
    actor: PEOPLE.risk,
    channel: 'views.save',
    id: `sample-view-${id}`,
    input,
  });
  return [
    view(9, 'tier1', {
      name: 'Tier 1 in production',
      filter: { tier: [1], inProduction: true },
      sort: [{ field: 'reviewDue', direction: 'asc' }],
    }),
    view(9.2, 'drift', {
      name: 'Drifting or silent',
      filter: { health: ['act', 'watch', 'silent'] },
      sort: [{ field: 'tier', direction: 'asc' }],
    }),
    view(9.4, 'unwatched', {
      name: 'In production, no verdict',
      filter: { inProduction: true, health: ['unknown'] },
      sort: [{ field: 'criticality', direction: 'desc' }],
    }),
    view(9.6, 'gaps', { name: 'Without owner or tier', filter: { missing: ['owner', 'tier'] } }),
    view(9.8, 'pipeline', {
      name: 'On the way to production',
      filter: { stage: ['proposed', 'data_preparation', 'training', 'validation'] },
      layout: 'board',
    }),
  ];
}
