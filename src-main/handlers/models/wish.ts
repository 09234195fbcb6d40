import type { Stage } from '#domain/vocabulary';
import { toInstant } from '../../platform/instant';
import type { Wish } from '../../store/models/make-moves';

export function wishOf(
  input: {
    to: Stage;
    at?: string | undefined;
    reason?: string | undefined;
    version?: string | undefined;
    replacedBy?: string | undefined;
  },
  now: string,
): Wish {
  return {
    to: input.to,
    at: input.at === undefined ? now : toInstant(input.at, 'Effective date'),
    reason: input.reason ?? '',
    version: input.version ?? '',
    replacedBy: input.replacedBy ?? null,
  };
}
