import { sayDay } from '../base/calendar';
import { exceptionProblem } from './deployment-gates';
import { EVIDENCE_KINDS } from './evidence-kinds';

export interface StatedEvidence {
  readonly kind: string;
  /** ISO days. */
  readonly on: string;
  readonly validUntil: string | null;
  readonly link: string;
  readonly covers: readonly string[];
  readonly note: string;
  /** `false`: of the organisation as a whole. */
  readonly isOfModel: boolean;
}

export const labelOfKind = (kind: string): string =>
  (EVIDENCE_KINDS.find((one) => one.kind === kind)?.label ?? kind).replace(/^./, (first) => first.toLowerCase());

/** Why a row of evidence cannot be as somebody states it; `null`: it can. */
export function evidenceProblem(stated: StatedEvidence, today: string): string | null {
  const { kind, on, validUntil, link, isOfModel } = stated;
  if (on > today) return `${sayDay(on)} is still to come. Evidence is noted when it is there.`;
  if (validUntil && validUntil < on)
    return `It would end on ${sayDay(validUntil)}, before its day ${sayDay(on)}. Mend one of the two.`;
  const level = EVIDENCE_KINDS.find((one) => one.kind === kind)?.level;
  if (level === 'model' && !isOfModel) return `A ${labelOfKind(kind)} is of a model. Choose which.`;
  if (level === 'organisation' && isOfModel)
    return `“${labelOfKind(kind)}” is of the organisation as a whole. Note it there, once.`;
  const wrong = exceptionProblem(stated);
  if (wrong !== '') return wrong;
  return link !== '' && !/^https?:\/\/\S+$/.test(link) ? 'Write the link as https://…' : null;
}
