import { expect } from 'vitest';
import { addDays, dayNumber, quarterEnd } from '#domain/base/calendar';
import type { GovernedModel } from '#domain/governance/governed';
import { referencesAt } from '#domain/governance/answers';
import { needsOf } from '#domain/governance/needs';
import { recordedReleases } from '#domain/models/recorded-releases';
import { PACKS } from '../../../resources/packs';
import { countDueBy, listDueBy, listReviewEvents, namesDueBy } from '../../store/governance/reviews';
import { listModelFindings } from '../../store/governance/rows';
import { governedRows, idsByTier } from '../../store/governance/sqlite/governed-rows';
import { heldIdsByTier, heldRows } from '../../store/governance/sqlite/held-rows';
import { sqlite } from '../../store/journal/connection';
import type { ReadHandle } from '../../store/journal/handle';
import { readBeside } from '../../store/models/beside';
import { jsonGrid } from '../../store/models/held/grid-of';
import { heldGoverned, heldModels } from '../../store/models/held/held';
import { movedIn } from '../../store/models/held/moved-in';
import { listMovedModels } from '../../store/models/moved-models';
import { readColumns } from '../../store/models/sqlite/grid';
import { countHealthSince, countNewlyOverdue } from '../../store/overview/changes-since';
import { countByStageTierUnit, countNeverMeasured, countReviews, readMatters } from '../../store/overview/counts';
import { countAlike, countMatters, neverMeasuredIn, reviewsIn } from '../../store/overview/held-counts';
import { healthSinceIn, idsDueBy, idsServingWith, newlyOverdueIn } from '../../store/overview/held-week';
import { listModelLines } from '../../store/overview/model-lines';
import { reviewIsDueBy, servesWith } from '../../store/overview/trouble-flags';
import { listTroubledModels } from '../../store/overview/troubled-models';

/** All that any text asks of a model. */
const NEEDS = needsOf(PACKS);
const EVENT_DAYS = { incident: 90, drift: 90, change: 90, release: 90 };
/** Of references that packs, or models of this test, name. */
const PLACES = [...NEEDS.references, 'ID', 'ID#id', 'Inventory', 'Inventory#id'];
/** Drift is read in the same way by both; of references it counts what packs see of them. */
const seen = (models: Iterable<GovernedModel>) =>
  [...models].map(({ drift: _, references, ...rest }) => ({
    ...rest,
    references: PLACES.map((place) => referencesAt(place, references).length > 0),
  }));

/** Everything that is counted in memory beside the same counted in the file, by one connection. */
export async function expectKeptIsCounted(read: ReadHandle, now: string, what: string): Promise<void> {
  const held = heldModels(read, now);
  if (held === null) throw new Error('nothing is held');
  const db = sqlite(read);
  const governed = heldGoverned(read, now);
  const today = now.slice(0, 10);
  const end = quarterEnd(today);
  const asked = { today, stalledBefore: `${addDays(today, -180)}T00:00:00.000Z`, gated: [1, 2] as const };
  const trouble = { ...asked, named: [held.size > 0 ? held.ids.get(held.order[0] ?? 0) : 'none'] };
  const since = `${addDays(today, -7)}T00:00:00.000Z`;
  const lines = async (order: 'gravest' | 'review', where: Parameters<typeof listModelLines>[2]['where']) =>
    (await listModelLines(read, trouble, { order, where, limit: 3 })).map(({ id }) => id);
  const recorded = (all: ReturnType<typeof recordedReleases>) => ({
    ...all,
    models: all.models
      .map(({ modelId, name, frequency, years, updates, releases }) => ({
        modelId,
        name,
        frequency,
        years,
        updates,
        releases,
      }))
      .sort((a, b) => (a.modelId < b.modelId ? -1 : 1)),
  });
  const sorted = (rows: readonly object[]) =>
    rows.map((row) => JSON.stringify(Object.entries(row).toSorted())).toSorted();
  const dueOf = async (within: typeof held | null) => ({
    listed: await listDueBy(read, end, 3, within),
    counted: sorted(await countDueBy(read, { today, until: end, except: trouble.named }, within)),
    named: sorted(await namesDueBy(read, end, trouble.named, within)),
    events: [...(await listReviewEvents(read, EVENT_DAYS, undefined, within))].toSorted(),
  });
  expect({
    what,
    grid: jsonGrid(held, 0, now),
    alike: countAlike(held),
    matters: countMatters(held, asked),
    reviews: reviewsIn(held, today, end),
    never: neverMeasuredIn(held, dayNumber(Date.parse(now))),
    troubled: [await listTroubledModels(read, trouble, 2, held), await listTroubledModels(read, trouble, 0, held)],
    fresh: [
      healthSinceIn(held, 'act', since),
      healthSinceIn(held, 'silent', since),
      newlyOverdueIn(held, addDays(today, -400), today),
    ],
    listed: [idsServingWith(held, 'act', 3), idsServingWith(held, 'unknown', 3), idsDueBy(held, end, 3)],
    recorded: recorded(recordedReleases(movedIn(held, now), now)),
    governed: governed ? seen(heldRows(db, NEEDS, governed, null)) : null,
    byTier: [...heldIdsByTier(held)],
    due: await dueOf(held),
    findings: await listModelFindings(read, true, held),
  }).toEqual({
    what,
    grid: readColumns(sqlite(read), 0, await readBeside(read, now), undefined),
    alike: await countByStageTierUnit(read),
    matters: await readMatters(read, asked),
    reviews: await countReviews(read, today, end),
    never: await countNeverMeasured(read, null, dayNumber(Date.parse(now))),
    troubled: [await listTroubledModels(read, trouble, 2), await listTroubledModels(read, trouble, 0)],
    fresh: [
      await countHealthSince(read, 'act', since),
      await countHealthSince(read, 'silent', since),
      await countNewlyOverdue(read, addDays(today, -400), today),
    ],
    listed: [
      await lines('gravest', servesWith('act')),
      await lines('gravest', servesWith('unknown')),
      await lines('review', reviewIsDueBy(end)),
    ],
    recorded: recorded(recordedReleases(await listMovedModels(read, now), now)),
    governed: seen(governedRows(db, NEEDS, null)),
    byTier: [...idsByTier(db)],
    due: await dueOf(null),
    findings: await listModelFindings(read, true, null),
  });
}
