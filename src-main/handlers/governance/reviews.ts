import type { Output } from '#contract/index';
import { addDays, addMonths, shiftMonth } from '#domain/base/calendar';
import { labelOfKind } from '#domain/governance/evidence-problem';
import { isFailed } from '#domain/governance/evidence-standing';
import { fourEyes } from '#domain/governance/four-eyes';
import { type PlannedReview, plannedReview, type ReviewEvent, type ReviewEventDays } from '#domain/governance/reviews';
import { type Load, workloadOf } from '#domain/governance/workload';
import { DomainError } from '../../failure/domain-error';
import type { ReviewNames } from '../../store/governance/due-reviews';
import { refreshReviewed } from '../../store/governance/refresh-reviewed';
import {
  countDueBy,
  listDueBy,
  listReviewEvents,
  listReviewModels,
  namesDueBy,
  type ReviewModelRow,
} from '../../store/governance/reviews';
import type { EvidenceTableRow } from '../../store/governance/tables';
import type { ReadHandle } from '../../store/journal/handle';
import { asTier } from '../../store/models/cells';
import { heldModels } from '../../store/models/held/held';
import type { HeldModels } from '../../store/models/held/held-models';
import { lastReviews } from '../../store/models/last-reviews';
import { changeModels } from '../../store/models/model-writes';
import { getModel } from '../../store/models/models';
import { getSettings } from '../../store/portfolio/settings';
import type { SubjectHandlers } from '../subject';
import { refuseEvidence } from './evidence';

type Calendar = Output<'reviews.calendar'>;
type Row = Calendar['rows'][number];

/** Named one by one; the others are one row. */
const MOST_PEOPLE = 200;

const eyesOf = (row: ReviewNames, reviewer: string) =>
  fourEyes({
    reviewer,
    developer: row.developer,
    technicalOwner: row.technical_owner,
    businessOwner: row.business_owner,
  });

function toRow(row: ReviewModelRow, { day, before, event, why }: PlannedReview, today: string): Row {
  const { state, words } = eyesOf(row, row.reviewer);
  return {
    modelId: row.id,
    name: row.name,
    tier: asTier(row.tier),
    unit: row.unit,
    owner: row.business_owner || row.technical_owner,
    reviewer: row.reviewer,
    day,
    before,
    event: event && { ...event },
    why,
    overdue: day < today,
    fourEyes: { state, words },
  };
}

/** Rows of models with what was planned for them; without a plan they are left out. */
async function plan(
  read: ReadHandle,
  models: readonly ReviewModelRow[],
  events: ReadonlyMap<string, readonly ReviewEvent[]>,
  days: ReviewEventDays,
  today: string,
): Promise<readonly Row[]> {
  const reviews = await lastReviews(
    read,
    models.map(({ id }) => id),
  );
  return models.flatMap((row) => {
    const lastReviewOn = reviews.get(row.id) ?? null;
    const planned = plannedReview(
      {
        regular: row.review_due,
        source: row.review_due === null ? 'none' : row.next_review === row.review_due ? 'typed' : 'tier',
        tier: asTier(row.tier),
        lastApprovalAt: row.last_approval_at,
        lastReviewOn,
        events: events.get(row.id) ?? [],
      },
      days,
    );
    return planned === null ? [] : [toRow(row, planned, today)];
  });
}

/** Reviews that an event brought forward, or called for. */
async function calledReviews(
  read: ReadHandle,
  today: string,
  modelId: string | undefined,
  held: HeldModels | null,
): Promise<readonly Row[]> {
  const { reviewEventDays: days } = await getSettings(read);
  const events = await listReviewEvents(read, days, modelId, held);
  const models = await listReviewModels(read, [...events.keys()]);
  return (await plan(read, models, events, days, today)).filter(({ event }) => event !== null);
}

const byDay = (a: Row, b: Row): number =>
  a.day.localeCompare(b.day) || (a.tier ?? 4) - (b.tier ?? 4) || a.name.localeCompare(b.name);

export const reviews: SubjectHandlers<'reviews'> = {
  calendar: async ({ months, modelId, called: only, limit }, { read, now }) => {
    const today = now.slice(0, 10);
    const first = today.slice(0, 7);
    const names = Array.from({ length: months }, (_, at) => shiftMonth(first, at));
    const until = addDays(addMonths(`${first}-01`, months), -1);
    // Of one model a few rows are read.
    const held = modelId === undefined ? heldModels(read, now) : null;
    const called = (await calledReviews(read, today, modelId, held)).filter(({ day }) => day <= until);
    const except = called.map((row) => row.modelId);
    const { reviewEventDays: days } = await getSettings(read);
    const wanted = only
      ? []
      : modelId === undefined
        ? await listDueBy(read, until, limit + except.length, held)
        : (await listReviewModels(read, [modelId])).filter(({ review_due: due }) => due !== null && due <= until);
    const regular = await plan(
      read,
      wanted.filter(({ id }) => !except.includes(id)),
      new Map(),
      days,
      today,
    );
    const rows = [...called, ...regular].toSorted(byDay);
    const counts =
      modelId === undefined && !only
        ? await countDueBy(read, { today, until, except }, held)
        : regular.map((row) => ({ ...monthOf(row), count: 1 }));
    const all = [...counts, ...called.map((row) => ({ ...monthOf(row), count: 1 }))];
    const apart =
      modelId === undefined && !only
        ? [
            ...called.map(({ fourEyes: { state } }) => ({ state, count: 1 })),
            ...(await namesDueBy(read, until, except, held)).map((row) => ({
              state: eyesOf(row, row.reviewer).state,
              count: row.count,
            })),
          ]
        : rows.map(({ fourEyes: { state } }) => ({ state, count: 1 }));
    const sum = (match: (one: (typeof all)[number]) => boolean): number =>
      all.reduce((total, one) => total + (match(one) ? one.count : 0), 0);
    const byReviewer = workloadOf(
      all.map(({ reviewer: name, ...one }) => ({ name, ...one })),
      names,
      MOST_PEOPLE,
    );
    const byOwner = workloadOf(
      all.map(({ owner: name, ...one }) => ({ name, ...one })),
      names,
      MOST_PEOPLE,
    );
    return {
      total: sum(() => true),
      overdue: sum(({ month }) => month === 'overdue'),
      overdueCalled: called.filter(({ overdue, before }) => overdue && (before === null || before >= today)).length,
      called: called.length,
      broken: apart.reduce((total, { state, count }) => total + (state === 'broken' ? count : 0), 0),
      months: names.map((month) => ({ month, due: sum((one) => one.month === month) })),
      workload: byReviewer.people.map(({ name: reviewer, ...load }) => ({ reviewer, ...mutable(load) })),
      workloadRest: byReviewer.rest && { people: byReviewer.rest.people, ...mutable(byReviewer.rest) },
      owners: byOwner.people.map(({ name: owner, ...load }) => ({ owner, ...mutable(load) })),
      ownersRest: byOwner.rest && { people: byOwner.rest.people, ...mutable(byOwner.rest) },
      rows: rows.slice(0, limit),
    };
  },

  complete: (input, context) => {
    const { modelId, kind, on, by, outcome, validUntil, covers, link, hash, note, sameReason } = input;
    const today = context.now.slice(0, 10);
    refuseEvidence({ ids: [modelId], kind, on, validUntil, link, covers, note }, today);
    return context.write(async (write) => {
      const model = await getModel(write.read, modelId);
      const eyes = eyesOf(model, by);
      if (eyes.state === 'broken' && sameReason === '')
        throw new DomainError(
          'conflict',
          `${eyes.words} Name somebody else, or say why one person may do both: the reason is kept with the review.`,
        );
      const excepted = eyes.state === 'broken' ? `Four eyes excepted: ${sameReason}` : '';
      const row: EvidenceTableRow = {
        id: context.newId(),
        model_id: modelId,
        unit: '',
        kind,
        on_day: on,
        valid_until: validUntil ?? null,
        by_whom: by,
        outcome: outcome ?? 'passed',
        covers: JSON.stringify(covers ?? []),
        link: link ?? '',
        hash: hash ?? '',
        note: [note ?? '', excepted].filter((part) => part !== '').join('\n'),
        recorded_at: context.now,
      };
      await write.insert('evidence', [row]);
      const held = !isFailed(row.outcome);
      if (held && model.next_review !== null) {
        const { reviewMonths } = await getSettings(write.read);
        await changeModels(write, [{ model, columns: { next_review: null } }], reviewMonths, context.now);
      } else await refreshReviewed(write, [row]);
      const { review_due: next } = await getModel(write.read, modelId);
      return {
        label: `Record ${labelOfKind(kind)} of “${model.name}”`,
        value: { evidenceId: row.id, next },
      };
    });
  },
};

const monthOf = ({ day, overdue, reviewer, owner }: Row) => ({
  month: overdue ? 'overdue' : day.slice(0, 7),
  reviewer,
  owner,
});

const mutable = ({ total, overdue, months }: Load) => ({ total, overdue, months: [...months] });
