import type { ModelField } from './field-description';
import { CHOICE, ROLE, STATED, TEXT } from './field-parts';
import { AUTONOMIES, AUTONOMY_LABELS, KIND_LABELS, KINDS } from './kinds';

/** What rule packs ask of every model. */
export const GOVERNANCE_FIELDS = {
  kind: {
    ...CHOICE,
    label: 'Kind',
    hint: 'Lists and duties of several texts hang on it',
    group: 'governance',
    vocabulary: { values: KINDS, labels: KIND_LABELS },
    column: 'kind',
    importedAs: 'kind',
  },
  autonomy: {
    ...CHOICE,
    label: 'Autonomy',
    hint: 'Of what generates or acts: whether a person stands between it and the world',
    group: 'governance',
    vocabulary: { values: AUTONOMIES, labels: AUTONOMY_LABELS },
    column: 'autonomy',
    importedAs: 'autonomy',
  },
  vendor: {
    ...STATED,
    kind: 'line',
    most: 500,
    exported: true,
    label: 'Vendor',
    hint: 'Who supplies it; the origin says only that somebody does',
    group: 'governance',
    column: 'vendor',
    importedAs: 'vendor',
  },
  developer: {
    ...ROLE,
    label: 'Developer',
    hint: 'Who built it; four eyes compare with this',
    column: 'developer',
    importedAs: 'developer',
  },
  reviewer: { ...ROLE, label: 'Reviewer', hint: 'Who validates it', column: 'reviewer', importedAs: 'reviewer' },
  overseer: {
    ...ROLE,
    label: 'Human overseer',
    hint: 'Who watches it in use and can stop it',
    column: 'overseer',
    importedAs: 'overseer',
  },
  approvedUses: {
    ...TEXT,
    label: 'Approved uses',
    hint: 'Purpose is what it is for; this is what it is allowed for',
    group: 'governance',
    column: 'approved_uses',
    exported: true,
    importedAs: 'approvedUses',
  },
  limitations: {
    ...TEXT,
    label: 'Limitations',
    hint: 'Where it falls short or must not be used',
    group: 'governance',
    column: 'limitations',
    exported: true,
    importedAs: 'limitations',
  },
  dataSources: {
    ...TEXT,
    label: 'Data sources',
    hint: 'Which data, from where, and how they are described',
    group: 'governance',
    column: 'data_sources',
    exported: true,
    importedAs: 'dataSources',
  },
} as const satisfies Readonly<Record<string, ModelField>>;
