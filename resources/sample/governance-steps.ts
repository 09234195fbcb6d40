import { KINDS as ALL_KINDS } from '#domain/models/kinds';
import type { SampleCalendar } from './calendar';
import { modelId } from './model-steps';
import type { Step } from './step';
import { FOUND, KINDS, RESTS, SHOWN } from './story/governance';
import { PEOPLE } from './story/people';

/** After the second assessment: what is said of kinds came too late for its questions. */
const INVENTORY = -38;

const UNITS = ['Pricing', 'Claims', 'Customer', 'Finance', 'Risk', 'Operations', 'People'] as const;

/** What the risk office keeps beside the models: where units belong, kinds, what rests on what, evidence, findings. */
export function governanceSteps(calendar: SampleCalendar): readonly Step[] {
  return [...belonging(calendar), ...kindsAndRests(calendar), ...evidence(calendar), ...findings(calendar)];
}

/** Answers that all of them share. */
const OURS = { role: ['provider', 'deployer'], prohibited: 'no', annexI: 'no', profiling: 'yes' };
const NOTHING_MORE = { interacts: 'no', generates: 'no', emotionOrBiometric: 'no', publishes: 'no' };

function belonging(calendar: SampleCalendar): readonly Step[] {
  const [first, ...also] = UNITS;
  return [
    {
      at: calendar.work(INVENTORY, 9),
      actor: PEOPLE.risk,
      channel: 'governance.setUnit',
      input: { unit: first, also, jurisdictions: ['EU'], bodies: ['other'], frameworks: ['iso-42001'] },
    },
    {
      at: calendar.work(INVENTORY, 9.25),
      actor: PEOPLE.risk,
      channel: 'governance.setOrganisation',
      input: {
        facts: {
          provider: 'Aldermoor Insurance, model risk office',
          deployer: 'Aldermoor Insurance, model risk office',
        },
      },
    },
    answer(calendar, 9.5, ['annuity-longevity'], { ...OURS, annexIii: ['5c'] }),
    answer(calendar, 9.55, ['premium-credit'], { ...OURS, annexIii: ['5b'] }),
    answer(calendar, 9.6, ['chat-assistant'], {
      ...OURS,
      ...NOTHING_MORE,
      role: ['deployer'],
      annexIii: ['none'],
      interacts: 'yes',
      generates: 'yes',
    }),
    answer(calendar, 9.65, ['motor-frequency', 'motor-severity', 'home-peril', 'claims-triage'], {
      ...OURS,
      ...NOTHING_MORE,
      annexIii: ['none'],
    }),
  ];
}

const answer = (
  calendar: SampleCalendar,
  hour: number,
  keys: readonly string[],
  answers: Readonly<Record<string, string | string[]>>,
): Step => ({
  at: calendar.work(INVENTORY, hour),
  actor: PEOPLE.risk,
  channel: 'governance.answer',
  input: { ids: keys.map(modelId), pack: 'eu-ai-act', answers },
});

function kindsAndRests(calendar: SampleCalendar): readonly Step[] {
  return [
    ...ALL_KINDS.flatMap((kind, at): Step[] => {
      const keys = KINDS[kind];
      return keys === undefined
        ? []
        : [
            {
              at: calendar.work(INVENTORY, 10 + at / 20),
              actor: PEOPLE.risk,
              channel: 'models.updateMany',
              input: { ids: keys.map(modelId), patch: { kind } },
            },
          ];
    }),
    {
      at: calendar.work(INVENTORY, 10.5),
      actor: PEOPLE.risk,
      channel: 'models.update',
      input: { id: modelId('chat-assistant'), patch: { autonomy: 'with_approval', vendor: 'Northwind AI' } },
    },
    {
      at: calendar.work(-17, 8.5),
      actor: PEOPLE.risk,
      channel: 'models.update',
      input: { id: modelId('claims-summary'), patch: { kind: 'generative', autonomy: 'suggests' } },
    },
    ...RESTS.map(
      ({ key, on, relation, critical, noted }, at): Step => ({
        at: calendar.work(noted ?? INVENTORY + 2, 9 + at / 10),
        actor: PEOPLE.platform,
        channel: 'dependencies.add',
        input: {
          modelId: modelId(key),
          ...('key' in on ? { dependsOn: modelId(on.key) } : { outside: on.outside }),
          relation,
          critical,
        },
      }),
    ),
  ];
}

function evidence(calendar: SampleCalendar): readonly Step[] {
  return SHOWN.map(
    ({ of, kind, on, until, by, outcome, note = '' }, at): Step => ({
      at: calendar.work(Math.max(on, INVENTORY) + 1, 13 + at / 10),
      actor: PEOPLE[by],
      channel: 'evidence.add',
      input: {
        ...(of !== undefined && { ids: of.map(modelId) }),
        kind,
        on: calendar.date(on),
        validUntil: until === undefined ? null : calendar.date(until),
        by: PEOPLE[by],
        outcome,
        note,
      },
    }),
  );
}

/** The working day on which something is written down. */
const dayOf = (calendar: SampleCalendar, day: number): string => calendar.work(day, 12).slice(0, 10);

function findings(calendar: SampleCalendar): readonly Step[] {
  return FOUND.flatMap((found, place): Step[] => {
    const { key, title, severity, topic, on, due, owner, remediation, closed } = found;
    const id = `sample-finding-${place + 1}`;
    const shown = `sample-finding-${place + 1}-closed`;
    return [
      {
        at: calendar.work(on, 15),
        actor: PEOPLE.risk,
        id,
        channel: 'findings.create',
        input: {
          modelId: modelId(key),
          title,
          source: 'internal_audit',
          topic,
          severity,
          openedOn: dayOf(calendar, on),
          due: calendar.date(due),
          owner: PEOPLE[owner],
          remediation,
        },
      },
      ...(closed === undefined
        ? []
        : ([
            {
              at: calendar.work(closed, 10),
              actor: PEOPLE.risk,
              id: shown,
              channel: 'evidence.add',
              input: {
                ids: [modelId(key)],
                kind: 'review',
                on: dayOf(calendar, closed),
                by: PEOPLE.risk,
                outcome: 'passed',
                note: 'Read in the model card.',
              },
            },
            {
              at: calendar.work(closed, 10.25),
              actor: PEOPLE.risk,
              channel: 'findings.close',
              input: { id, on: dayOf(calendar, closed), evidenceId: shown },
            },
          ] satisfies Step[])),
    ];
  });
}
