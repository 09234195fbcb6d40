import { namedModel, said, typedText } from '../base/sentence';
import { counted } from '../base/wording';
import { sayRunning, UNDECIDED_DAYS } from '../models/challenger';
import { type AttentionExample, detailOf, listAction, type RankedItem } from './attention-item';

/** Versions that run beside the live one without a decision: past their day or, without one, for more than 90 days. */
export interface ChallengersUndecided {
  readonly count: number;
  /** The one that has run longest. */
  readonly first: { readonly version: string; readonly days: number; readonly since: string };
  readonly example: AttentionExample;
}

export function challengerItem({ count, first, example }: ChallengersUndecided): RankedItem {
  const version = typedText(`version ${first.version}`, 'a version');
  const what = `nobody has promoted it or given it up by its day, or within ${UNDECIDED_DAYS} days`;
  return {
    tier: null,
    attention: {
      kind: 'challengers_undecided',
      severity: 'watch',
      title: `${counted(count, 'challenger')} ${count === 1 ? 'waits' : 'wait'} for a decision`,
      ...detailOf(
        said`“${namedModel(example)}”: ${version} has run beside the live one ${sayRunning(first.days)}; ${what}.`,
      ),
      count,
      since: first.since,
      action: listAction('Open the models with a challenger', count, { challenger: true }, example),
    },
  };
}
