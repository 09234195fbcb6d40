import { describe, expect, it } from 'vitest';
import {
  checkGates,
  type DeploymentGates,
  exceptionProblem,
  type GateEvidence,
  type GateFacts,
  type GateScope,
  gateLine,
  heldBackBy,
  isAsked,
  NO_GATES,
} from './deployment-gates';
import type { StageBegan } from '../models/approval-gate';
import type { GateRequirement } from './vocabulary';

const DAY = '2026-11-30';
const gates = (asked: Partial<Record<GateRequirement, GateScope>>, from = NO_GATES.findingsFrom): DeploymentGates => ({
  asked: { ...NO_GATES.asked, ...asked },
  findingsFrom: from,
});
const tierOne: GateScope = { tiers: [1], kinds: [] };
const model = (facts: Partial<GateFacts> = {}): GateFacts => ({
  tier: 1,
  kind: 'classical_ml',
  businessOwner: 'Bea',
  technicalOwner: 'Tom',
  overseer: '',
  developer: 'Dev',
  evidence: [],
  findings: [],
  ...facts,
});
const row = (kind: string, on: string, more: Partial<GateEvidence> = {}): GateEvidence => ({
  id: `${kind} ${on}`,
  kind,
  on,
  validUntil: null,
  by: 'Vera',
  outcome: 'passed',
  covers: [],
  note: '',
  ...more,
});

it.each([
  [{ by: 'bea', validUntil: '2026-12-31' }, 'by bea does not count, who made the model or answers for it'],
  [{ by: 'Rita', validUntil: '2026-11-29' }, 'by Rita ended on 29 Nov 2026'],
])('an exception that lifts nothing is named with the reason: %j', (given, why) => {
  const exception = row('exception', '2026-11-01', { ...given, covers: [gateLine('overseer')], outcome: 'done' });
  const lines = checkGates(gates({ overseer: tierOne }), model({ evidence: [exception] }), DAY, null);
  expect(lines).toMatchObject([
    { state: 'missing', words: `no human overseer is named; the exception ${why}`, evidence: [] },
  ]);
});

it('where nobody is named who built a model, no validation is known to be by somebody else', () => {
  const nobody = { developer: '', technicalOwner: ' ', evidence: [row('validation', DAY)] };
  expect(checkGates(gates({ validation: tierOne }), model(nobody), DAY, null)).toMatchObject([
    { state: 'missing', words: expect.stringContaining('nobody is named who built it') },
  ]);
});

describe('whom a gate asks', () => {
  it.each([
    [{ tiers: [1], kinds: [] }, 1, null, true],
    [{ tiers: [1], kinds: [] }, 2, null, false],
    [{ tiers: [1], kinds: ['agent'] }, 3, 'agent', true],
    [{ tiers: [1], kinds: ['agent'] }, 3, 'rules', false],
    [{ tiers: [1], kinds: ['agent'] }, 3, null, 'unknown'],
    [{ tiers: [1], kinds: [] }, null, 'rules', 'unknown'],
    [{ tiers: [1, 2, 3], kinds: [] }, null, null, true],
    [{ tiers: [], kinds: [] }, null, null, false],
  ] as const)('%j of tier %s and kind %s: %s', (scope, tier, kind, asked) => {
    expect(isAsked(scope, tier, kind)).toBe(asked);
  });

  it('what is not said where it decides holds the model back, in words that say what to do', () => {
    const lines = checkGates(gates({ owner: tierOne }), model({ tier: null, businessOwner: '' }), DAY, null);
    expect(lines).toMatchObject([{ state: 'unknown' }]);
    expect(heldBackBy(lines)).toBe('both owners named: it is asked of tier 1, and nobody has said its tier yet');
  });

  it('nothing is asked where no gate is set', () => {
    expect(checkGates(NO_GATES, model(), DAY, null)).toEqual([]);
  });
});

describe('a validation', () => {
  const of = (
    evidence: readonly GateEvidence[],
    since: StageBegan | null = { on: '2026-11-01', known: true },
    day = DAY,
  ) => checkGates(gates({ validation: tierOne }), model({ evidence }), day, since)[0];

  it.each([
    ['none', [], 'missing', 'no validation is recorded'],
    ['passed', [row('validation', '2026-11-10')], 'met', 'validation of 10 Nov 2026 by Vera: passed'],
    [
      'failed last',
      [row('validation', '2026-11-10'), row('validation', '2026-11-12', { outcome: 'failed' })],
      'missing',
      'says failed',
    ],
    [
      'passed after it failed',
      [row('validation', '2026-11-12', { outcome: 'failed' }), row('validation', '2026-11-13')],
      'met',
      'passed',
    ],
    [
      'of the state before',
      [row('validation', '2026-10-31')],
      'missing',
      'older than its present stage, which began on 1 Nov 2026',
    ],
    ['ended', [row('validation', '2026-11-10', { validUntil: '2026-11-29' })], 'missing', 'ended on 29 Nov 2026'],
    ['on its last day', [row('validation', '2026-11-10', { validUntil: DAY })], 'met', 'passed'],
    [
      'by its developer',
      [row('validation', '2026-11-10', { by: ' dev ' })],
      'missing',
      'by somebody who made the model',
    ],
    [
      'by its developer after somebody else',
      [row('validation', '2026-11-10'), row('validation', '2026-11-12', { by: 'Dev', outcome: 'failed' })],
      'met',
      'passed',
    ],
    [
      'noted twice on one day',
      [row('validation', '2026-11-10', { outcome: 'failed' }), row('validation', '2026-11-10')],
      'met',
      'passed',
    ],
    ['still to come', [row('validation', '2026-12-01')], 'missing', 'no validation is recorded'],
  ] as const)('%s', (_what, evidence, state, words) => {
    expect(of(evidence)).toMatchObject({ state, words: expect.stringContaining(words) });
  });

  it('where nobody knows since when the stage is, one from the day on which it was noted is asked for', () => {
    const noted = { on: '2026-11-05', known: false };
    expect(of([row('validation', '2026-11-04')], noted)).toMatchObject({
      state: 'missing',
      words: expect.stringContaining(
        'nobody knows since when it is in this one, which was noted on 5 Nov 2026; one from',
      ),
    });
    expect(of([row('validation', '2026-11-05')], noted)).toMatchObject({ state: 'met' });
  });
});

describe('open findings', () => {
  const finding = {
    title: 'Leak',
    severity: 'high',
    openedOn: '2026-11-01',
    closedOn: null,
    acceptedOn: '2026-11-05',
    acceptedUntil: null,
    acceptedBy: 'Rita',
    owner: 'Fay',
  } as const;
  const state = (findings: GateFacts['findings'], from = NO_GATES.findingsFrom) =>
    checkGates(gates({ findings: tierOne }, from), model({ findings }), DAY, null)[0]?.state;

  it.each([
    [finding, 'high', 'missing'],
    [finding, 'critical', 'met'],
    [{ ...finding, severity: 'critical' }, 'high', 'missing'],
    [{ ...finding, severity: 'medium' }, 'high', 'met'],
    [{ ...finding, closedOn: DAY }, 'high', 'met'],
    [{ ...finding, closedOn: '2026-12-01' }, 'high', 'missing'],
    [{ ...finding, acceptedUntil: DAY }, 'high', 'met'],
    [{ ...finding, acceptedUntil: '2026-11-29' }, 'high', 'missing'],
    [{ ...finding, acceptedUntil: DAY, acceptedOn: '2026-12-01' }, 'high', 'missing'],
    [{ ...finding, acceptedUntil: DAY, acceptedBy: 'Tom' }, 'high', 'missing'],
    [{ ...finding, acceptedUntil: DAY, acceptedBy: 'Fay' }, 'high', 'missing'],
    [{ ...finding, acceptedUntil: DAY, acceptedBy: '', acceptedOn: null }, 'high', 'missing'],
    [{ ...finding, openedOn: '2026-12-01' }, 'high', 'met'],
  ] as const)('%j from %s: %s', (one, from, expected) => {
    expect(state([one], from)).toBe(expected);
  });
});

it('owners, records and overseers', () => {
  const all = { owner: tierOne, classification: tierOne, impact_assessment: tierOne, overseer: tierOne };
  const states = (facts: Partial<GateFacts>) =>
    checkGates(gates(all), model(facts), DAY, null).map(({ state }) => state);
  expect(states({})).toEqual(['met', 'missing', 'missing', 'missing']);
  const evidence = [row('classification_record', '2026-01-01'), row('fria', '2026-01-01', { outcome: 'done' })];
  expect(states({ evidence, overseer: 'Olga', technicalOwner: '' })).toEqual(['missing', 'met', 'met', 'met']);
  const old = [
    row('classification_record', '2025-01-01', { validUntil: '2026-01-01' }),
    row('dpia', '2026-01-01', { outcome: 'no' }),
  ];
  expect(states({ evidence: old })).toEqual(['met', 'missing', 'missing', 'missing']);
});

describe('an exception', () => {
  const exception = row('exception', '2026-11-20', {
    validUntil: '2026-12-20',
    covers: [gateLine('validation')],
    note: 'Internal users only',
    by: 'Rita',
  });
  const on = (day: string, more: Partial<GateEvidence> = {}) =>
    checkGates(gates({ validation: tierOne }), model({ evidence: [{ ...exception, ...more }] }), day, null)[0];

  it('lifts what it names between its days, says its limits, and holds nothing back', () => {
    expect(on('2026-11-19')?.state).toBe('missing');
    expect(on('2026-12-20')).toMatchObject({
      state: 'excepted',
      words: expect.stringContaining('Internal users only'),
    });
    expect(on('2026-12-21')?.state).toBe('missing');
    expect(heldBackBy([on(DAY)].flatMap((line) => line ?? []))).toBe('');
  });

  it('of another requirement, of the author, without an end, or refused, lifts nothing', () => {
    expect(on(DAY, { covers: [gateLine('owner')] })?.state).toBe('missing');
    expect(on(DAY, { by: 'Tom' })?.state).toBe('missing');
    expect(on(DAY, { validUntil: null })?.state).toBe('missing');
    expect(on(DAY, { outcome: 'no' })?.state).toBe('missing');
  });

  it('has an end, limits and a gate that exists', () => {
    expect(exceptionProblem(exception)).toBe('');
    expect(exceptionProblem({ ...exception, validUntil: null })).toContain('has an end');
    expect(exceptionProblem({ ...exception, note: ' ' })).toContain('has limits');
    expect(exceptionProblem({ ...exception, covers: ['gate:luck'] })).toContain(
      '“gate:luck” is no gate. To lift one, write it as gate:validation',
    );
    for (const covers of [['Gate: validation'], ['gates validation'], ['validation']])
      expect(exceptionProblem({ ...exception, covers })).toContain(`“${covers[0]}” is no gate`);
    // Nor does it hide in evidence of another kind, where it would lift nothing.
    expect(exceptionProblem({ ...exception, kind: 'attestation', covers: ['gate:validaton'] })).toContain('is no gate');
    expect(exceptionProblem({ ...exception, kind: 'attestation', covers: ['validation'] })).toBe('');
    expect(exceptionProblem({ ...exception, covers: ['art-47'], validUntil: null, note: '' })).toBe('');
  });
});
