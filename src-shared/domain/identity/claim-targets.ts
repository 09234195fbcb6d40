import type { IdentityContext } from './identity-context';
import type { Claim, Matching } from './matching';

/**
 * Carries out a step's claims on models of any fate: those on living models first; then those on merged ones, which go to the
 * survivor unless it is met already, and those on deleted ones, which are asked about.
 */
export function settleClaims(context: IdentityContext, matching: Matching, claims: readonly Claim[]): void {
  const { living, survivors } = context;
  const open = claims.filter(({ row, model }) => context.answerTo(row, model) !== 'different');
  matching.settle(
    open.filter(({ row, model }) => living[model] === true && matching.rowLeft(row) && matching.modelLeft(model)),
  );
  const inherited: Claim[] = [];
  for (const { row, model, by } of open) {
    if (living[model] === true || !matching.rowLeft(row)) continue;
    const survivor = survivors[model] ?? -1;
    // Merged into nothing that is known: there is nothing to say.
    if (survivor < 0 || context.answerTo(row, survivor) === 'different') continue;
    if (!living[survivor]) settleDeleted(context, matching, row, survivor);
    else if (matching.spokenOf(survivor)) {
      matching.hold(row, { outcome: 'held', because: 'merged_away', candidates: [survivor] });
    } else inherited.push({ row, model: survivor, by });
  }
  matching.settle(inherited);
}

function settleDeleted(context: IdentityContext, matching: Matching, row: number, model: number): void {
  const answer = context.answerTo(row, model);
  if (answer === 'leave_out' || answer === 'later') {
    matching.hold(row, { outcome: 'held', because: answer === 'later' ? 'later' : 'left_out', candidates: [model] });
  } else if (answer === null) matching.hold(row, { outcome: 'held', because: 'deleted', candidates: [model] });
}
