import type { ReleaseChange } from '#domain/models/release-changes';
import { STAGE_LABELS, type Stage } from '#domain/vocabulary';
import { DomainError } from '../../failure/domain-error';
import { toInstant } from '../../platform/instant';
import type { Wish } from '../../store/models/make-moves';

export function wishOf(
  input: {
    to: Stage;
    at?: string | undefined;
    reason?: string | undefined;
    version?: string | undefined;
    replacedBy?: string | undefined;
    changed?: readonly ReleaseChange[] | undefined;
  },
  now: string,
): Wish {
  if (input.to !== 'deployed' && (input.changed ?? []).length > 0)
    throw new DomainError(
      'invalid_input',
      `What a release changed is said when a version goes live, not of a move to ${STAGE_LABELS[input.to]}. Leave it out.`,
    );
  return {
    to: input.to,
    at: input.at === undefined ? now : toInstant(input.at, 'Effective date'),
    reason: input.reason ?? '',
    version: input.version ?? '',
    replacedBy: input.replacedBy ?? null,
    changed: input.changed ?? [],
  };
}
