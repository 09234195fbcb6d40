import { oneOf } from '../base/wording';
import { EVIDENCE_KINDS } from './evidence-kinds';
import { FINDING_SOURCE_LABELS, type FindingSource } from './vocabulary';

/** Somebody looked at the model again. */
const LOOKED_AGAIN = ['validation', 'independent_review', 'review'] as const;
/** An auditor or an authority also takes the word of somebody who stands for it, or of a body that certifies. */
const VOUCHED_FOR = [...LOOKED_AGAIN, 'attestation', 'certificate', 'conformity_assessment'] as const;
/** They let something be as it is, or say what it is: nothing is put right by them. */
export const LETS_BE: readonly string[] = ['exception', 'waiver', 'negligible_exemption', 'substantial_change'];

const anything = EVIDENCE_KINDS.filter(({ kind, level }) => level === 'model' && !LETS_BE.includes(kind)).map(
  ({ kind }) => kind,
);

/** What can show that a finding is put right, by whom it came from: whoever found it, or somebody of their kind, looks again. */
const CLOSES: Readonly<Record<FindingSource, readonly string[]>> = {
  validation: ['validation', 'independent_review'],
  review: LOOKED_AGAIN,
  internal_audit: VOUCHED_FOR,
  external_audit: VOUCHED_FOR,
  regulator: VOUCHED_FOR,
  incident: anything,
  monitoring: anything,
  self: anything,
};

export const canClose = (source: FindingSource, kind: string): boolean => CLOSES[source].includes(kind);

const labelOf = (kind: string): string =>
  (EVIDENCE_KINDS.find((one) => one.kind === kind)?.label ?? kind).replace(/^./, (first) => first.toLowerCase());

/** Why a row of this kind closes no finding from there; '' when it can. */
export function closingProblem(source: FindingSource, kind: string): string {
  if (canClose(source, kind)) return '';
  const from = FINDING_SOURCE_LABELS[source].toLowerCase();
  return LETS_BE.includes(kind)
    ? `“${labelOf(kind)}” puts nothing right, so it closes no finding. Accept the finding until a day, or close it by what shows that it is put right.`
    : `“${labelOf(kind)}” does not close a finding from ${from}. Close it by ${oneOf(CLOSES[source].map(labelOf))}.`;
}
