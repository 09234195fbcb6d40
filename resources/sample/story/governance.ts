import type { Kind } from '#domain/models/kinds';
import type { Person } from './people';

/** What sort of thing each model is, as the risk office wrote it down once; of the others nobody has said. */
export const KINDS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  classical_ml: [
    'motor-severity',
    'fleet-telematics',
    'travel-pricing',
    'quote-conversion',
    'premium-elasticity',
    'claims-triage',
    'fraud-realtime',
    'broker-fraud',
    'lapse-gbm',
    'next-best-action',
    'email-routing',
    'documents',
    'invoice-reading',
    'expense-anomaly',
  ],
  statistical: [
    'motor-frequency',
    'home-peril',
    'sme-pricing',
    'bodily-injury',
    'motor-reserving',
    'annuity-longevity',
    'premium-credit',
    'call-volume',
    'cash-flow',
  ],
  generative: ['complaints'],
  agent: ['chat-assistant'],
  vendor_application: ['sanctions', 'home-images', 'repair-estimate'],
};

interface Rests {
  readonly key: string;
  /** Another model of the insurer, or something outside. */
  readonly on: { readonly key: string } | { readonly outside: string };
  readonly relation: 'foundation_model' | 'input' | 'tool' | 'shared_data';
  readonly critical: boolean;
  /** The day on which it was noted; left out: with all others. */
  readonly noted?: number;
}

/** What rests on what: one provider under three uses, prices under prices. */
export const RESTS: readonly Rests[] = [
  {
    key: 'chat-assistant',
    on: { outside: 'Northwind AI / Aurora / 4.1' },
    relation: 'foundation_model',
    critical: true,
  },
  { key: 'complaints', on: { outside: 'Northwind AI / Aurora / 4.1' }, relation: 'foundation_model', critical: true },
  {
    key: 'claims-summary',
    on: { outside: 'Northwind AI / Aurora / 4.2' },
    relation: 'foundation_model',
    critical: true,
    noted: -17,
  },
  { key: 'chat-assistant', on: { outside: 'Service desk / Ticketing' }, relation: 'tool', critical: false },
  { key: 'quote-conversion', on: { key: 'motor-frequency' }, relation: 'input', critical: true },
  { key: 'quote-conversion', on: { key: 'motor-severity' }, relation: 'input', critical: true },
  { key: 'premium-elasticity', on: { key: 'quote-conversion' }, relation: 'input', critical: true },
  { key: 'next-best-action', on: { key: 'lapse-gbm' }, relation: 'input', critical: true },
  { key: 'claims-triage', on: { key: 'documents' }, relation: 'input', critical: false },
  { key: 'fraud-realtime', on: { key: 'claims-triage' }, relation: 'input', critical: true },
  { key: 'fraud-realtime', on: { outside: 'Vehicle register' }, relation: 'shared_data', critical: false },
];

interface Shown {
  /** Keys of models; left out: of the insurer. */
  readonly of?: readonly string[];
  readonly kind: string;
  /** Days before the day of the sample, as are all below; `until` is an end. */
  readonly on: number;
  readonly until?: number;
  readonly by: Person;
  readonly outcome: 'passed' | 'passed_with_findings' | 'done';
  readonly note?: string;
}

/** What people vouched for. One has ended on a model in production, one ends soon. */
export const SHOWN: readonly Shown[] = [
  { kind: 'policy_review', on: -96, by: 'risk', outcome: 'done', note: 'Model policy, second edition.' },
  { kind: 'access_review', on: -83, by: 'platform', outcome: 'done' },
  { kind: 'training_literacy', on: -150, until: 215, by: 'head', outcome: 'done' },
  { of: ['claims-triage'], kind: 'operator_training', on: -377, until: -12, by: 'claims', outcome: 'done' },
  { of: ['sanctions'], kind: 'vendor_assessment', on: -330, until: 35, by: 'risk', outcome: 'done' },
  { of: ['annuity-longevity'], kind: 'impact_assessment', on: -62, by: 'risk', outcome: 'done' },
  {
    of: ['annuity-longevity', 'premium-credit'],
    kind: 'classification_record',
    on: -61,
    by: 'risk',
    outcome: 'done',
    note: 'Prices in life insurance, and creditworthiness: high risk by Annex III.',
  },
  { of: ['motor-severity', 'fraud-realtime'], kind: 'monitoring_plan', on: -58, by: 'actuary', outcome: 'done' },
];

interface Found {
  readonly key: string;
  readonly title: string;
  readonly severity: 'high' | 'medium' | 'low';
  readonly topic: 'data' | 'method' | 'documentation' | 'other';
  readonly on: number;
  readonly due: number;
  readonly owner: Person;
  readonly remediation: string;
  /** Put right on this day, shown by a check of the same person who found it. */
  readonly closed?: number;
}

/** What the audit of the autumn found: one is past its day, one is put right. */
export const FOUND: readonly Found[] = [
  {
    key: 'motor-frequency',
    title: 'Claims of the spring stand in training and in validation',
    severity: 'high',
    topic: 'data',
    on: -92,
    due: -18,
    owner: 'pricing',
    remediation: 'Split by policy and year, then validate again.',
  },
  {
    key: 'chat-assistant',
    title: 'Nobody is named who can stop the assistant',
    severity: 'medium',
    topic: 'other',
    on: -40,
    due: 28,
    owner: 'customer',
    remediation: 'Name an overseer and rehearse the stop.',
  },
  {
    key: 'fraud-realtime',
    title: 'Limits of the score are not written down',
    severity: 'low',
    topic: 'documentation',
    on: -90,
    due: -30,
    owner: 'fraud',
    remediation: 'Limits in the model card.',
    closed: -44,
  },
];
