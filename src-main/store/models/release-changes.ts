import { sql } from 'kysely';
import type { RecordedReleases } from '#domain/models/recorded-releases';
import { parseReleaseChanges, RELEASE_CHANGES, type ReleaseChange } from '#domain/models/release-changes';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';

export interface ReleaseChanges {
  /** Releases of the window, as the recorded rate counts them. */
  readonly releases: number;
  /** … of which somebody said what changed. */
  readonly said: number;
  /** One release may change several things. */
  readonly byChange: readonly { readonly change: ReleaseChange; readonly releases: number }[];
}

/** What the releases behind the recorded rate changed; those of models that the rate leaves out are left out here too. */
export async function countReleaseChanges(read: ReadHandle, recorded: RecordedReleases): Promise<ReleaseChanges> {
  const rows = await tables(read)
    .selectFrom('moves')
    .select(['model_id', 'changed'])
    // A literal, so that the partial index of these rows is used.
    .where('to_stage', '=', sql.lit('deployed'))
    .where('at', '>', recorded.from)
    .where('at', '<=', recorded.to)
    .where('changed', '<>', '')
    .execute();
  if (rows.length === 0) return { releases: recorded.releases, said: 0, byChange: [] };
  const counted = new Set(recorded.models.map(({ modelId }) => modelId));
  const said = rows.filter(({ model_id }) => counted.has(model_id)).map(({ changed }) => parseReleaseChanges(changed));
  const byChange = RELEASE_CHANGES.map((change) => ({
    change,
    releases: said.filter((changes) => changes.includes(change)).length,
  })).filter(({ releases }) => releases > 0);
  return { releases: recorded.releases, said: said.length, byChange };
}
