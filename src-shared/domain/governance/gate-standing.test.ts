import { describe, expect, it } from 'vitest';
import { type DeploymentGates, type GateEvidence, type GateFacts, gateLine, NO_GATES } from './deployment-gates';
import { type EntryHere, gateStanding } from './gate-standing';

const DAY = '2026-11-30';
const gates: DeploymentGates = {
  ...NO_GATES,
  asked: { ...NO_GATES.asked, validation: { tiers: [1], kinds: [] }, findings: { tiers: [1], kinds: [] } },
};
const entry: EntryHere = { on: '2026-10-10', since: { on: '2026-10-01', known: true }, here: true };
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
const finding = {
  title: 'Leak',
  severity: 'high' as const,
  openedOn: '2026-11-20',
  closedOn: null,
  acceptedOn: null,
  acceptedUntil: null,
  acceptedBy: '',
  owner: '',
};
const facts = (part: Partial<GateFacts> = {}): GateFacts => ({
  tier: 1,
  kind: null,
  businessOwner: 'Bea',
  technicalOwner: 'Tom',
  overseer: '',
  developer: 'Dev',
  evidence: [row('validation', '2026-10-05')],
  findings: [],
  ...part,
});
const standing = (part: Partial<GateFacts>, more: Partial<EntryHere> = {}, day = DAY) =>
  gateStanding(gates, facts(part), { ...entry, ...more }, day);

describe('a gate that was passed', () => {
  it('stands while nothing has changed', () => {
    expect(standing({})).toBeNull();
  });

  it.each([
    [
      'its validation ended',
      { evidence: [row('validation', '2026-10-05', { validUntil: '2026-11-24' })] },
      '2026-11-25',
    ],
    ['a finding was opened', { findings: [finding] }, '2026-11-20'],
    [
      'a later validation failed',
      { evidence: [row('validation', '2026-10-05'), row('validation', '2026-11-01', { outcome: 'failed' })] },
      '2026-11-01',
    ],
    [
      'the exception ended',
      {
        evidence: [
          row('exception', '2026-10-09', { covers: [gateLine('validation')], validUntil: '2026-10-31', by: 'Rita' }),
        ],
      },
      '2026-11-01',
    ],
    [
      'an acceptance ended, after it had stood again',
      {
        findings: [
          {
            ...finding,
            openedOn: '2026-10-20',
            acceptedOn: '2026-10-25',
            acceptedUntil: '2026-11-10',
            acceptedBy: 'Rita',
          },
        ],
      },
      '2026-11-11',
    ],
  ] as const)('falls on the day on which %s', (_what, part, since) => {
    expect(standing(part as Partial<GateFacts>)).toMatchObject({ kind: 'fallen', since });
    const before = new Date(Date.parse(since) - 86_400_000).toISOString().slice(0, 10);
    expect(standing(part as Partial<GateFacts>, {}, before)).toBeNull();
  });

  it('that was not there on the day of the move did not fall: more is asked since, or it was withdrawn', () => {
    expect(standing({ evidence: [] })).toMatchObject({ kind: 'lacking', since: null, lines: [{ state: 'missing' }] });
  });

  it('names what fell before what was never there', () => {
    const found = standing({ evidence: [], findings: [finding] });
    expect(found).toMatchObject({ kind: 'fallen', since: '2026-11-20' });
    expect(found?.lines.map(({ requirement }) => requirement)).toEqual(['findings', 'validation']);
  });
});

it('of a model that came with a file, or on an unknown day, nothing fell', () => {
  expect(standing({ findings: [finding] }, { here: false })).toMatchObject({ kind: 'lacking', since: null });
  expect(standing({ findings: [finding] }, { on: null })).toMatchObject({ kind: 'lacking', since: null });
});
