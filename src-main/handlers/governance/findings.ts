import type { Input, Output } from '#contract/index';
import { daysFromTo, sayDay } from '#domain/base/calendar';
import { closingProblem } from '#domain/governance/closing-evidence';
import { isFailed } from '#domain/governance/evidence-standing';
import { agesOf } from '#domain/governance/finding-ages';
import { isPastDue } from '#domain/governance/rules';
import { FINDING_SEVERITIES, type FindingSource } from '#domain/governance/vocabulary';
import { acceptanceProblem } from '#domain/governance/finding-acceptance';
import { DomainError } from '../../failure/domain-error';
import {
  getEvidence,
  getFinding,
  listFindings,
  listFindingsById,
  listModelFindings,
  type ModelFinding,
} from '../../store/governance/rows';
import type { FindingTableRow } from '../../store/governance/tables';
import type { ReadHandle } from '../../store/journal/handle';
import { asTier } from '../../store/models/cells';
import { heldModels } from '../../store/models/held/held';
import { getModel, listModelNamesById } from '../../store/models/models';
import type { SubjectHandlers } from '../subject';
import { dayOf } from './gather';

type Finding = Output<'findings.list'>['findings'][number];

function toFinding(row: FindingTableRow, day: string): Finding {
  return {
    id: row.id,
    modelId: row.model_id,
    title: row.title,
    source: row.source as Finding['source'],
    topic: row.topic as Finding['topic'],
    severity: row.severity as Finding['severity'],
    status: row.status,
    openedOn: row.opened_on,
    due: row.due,
    owner: row.owner,
    remediation: row.remediation,
    closedOn: row.closed_on,
    closedBy: row.closed_by,
    acceptedUntil: row.accepted_until,
    acceptedOn: row.accepted_on,
    acceptedBy: row.accepted_by,
    acceptedReason: row.accepted_reason,
    note: row.note,
    overdue: isLate(row, day),
    ageDays: Math.max(0, daysFromTo(row.opened_on, row.closed_on ?? day)),
  };
}

type Late = Pick<FindingTableRow, 'status' | 'due' | 'closed_on' | 'accepted_until' | 'opened_on'>;
const stateOf = ({ status, due, closed_on: closedOn, accepted_until: acceptedUntil, opened_on: openedOn }: Late) => ({
  status,
  due,
  closedOn,
  acceptedUntil,
  openedOn,
});
const isLate = (row: Late, day: string): boolean => isPastDue(stateOf(row), { day, rowsTo: day });

type Asked = Omit<NonNullable<Input<'findings.register'>>, 'limit' | 'closed'>;

function isAsked(row: ModelFinding, overdue: boolean, asked: Asked): boolean {
  const { severity, source, owner, unit, tier } = asked;
  return (
    (severity === undefined || severity.some((one) => one === row.severity)) &&
    (source === undefined || source.some((one) => one === row.source)) &&
    (owner === undefined || row.owner === owner) &&
    (unit === undefined || row.model_unit === unit || row.model_unit.startsWith(`${unit} / `)) &&
    (tier === undefined || tier.some((one) => one === row.tier)) &&
    (asked.overdue === undefined || overdue)
  );
}

interface Weighed {
  readonly row: ModelFinding;
  readonly overdue: boolean;
}
/** What is late first, then by severity, then what is due soonest. */
const byWeight = (a: Weighed, b: Weighed): number => {
  const rank = ({ row }: Weighed): number => FINDING_SEVERITIES.indexOf(row.severity as Finding['severity']);
  const [dueA, dueB] = [a.row.due ?? '9', b.row.due ?? '9'];
  return Number(b.overdue) - Number(a.overdue) || rank(a) - rank(b) || (dueA < dueB ? -1 : dueA > dueB ? 1 : 0);
};

const NOT_ACCEPTED = { accepted_until: null, accepted_on: null, accepted_by: '', accepted_reason: '' } as const;

/** The acceptance that a change leaves a finding with; one of before that nobody touches stays as it is. */
async function acceptanceOf(
  before: FindingTableRow,
  patch: Input<'findings.update'>['patch'],
  read: ReadHandle,
  today: string,
) {
  const { acceptedUntil, acceptedOn, acceptedBy, acceptedReason } = patch;
  const stands = before.status === 'accepted';
  if (stands && [acceptedUntil, acceptedOn, acceptedBy, acceptedReason].every((part) => part === undefined))
    return {
      accepted_until: before.accepted_until,
      accepted_on: before.accepted_on,
      accepted_by: before.accepted_by,
      accepted_reason: before.accepted_reason,
    };
  const given = {
    until: acceptedUntil === undefined ? before.accepted_until : acceptedUntil,
    on: acceptedOn ?? (stands ? before.accepted_on : null) ?? today,
    by: acceptedBy ?? before.accepted_by,
    reason: acceptedReason ?? before.accepted_reason,
  };
  const model = await getModel(read, before.model_id);
  const bound = {
    developer: model.developer,
    technicalOwner: model.technical_owner,
    businessOwner: model.business_owner,
    findingOwner: patch.owner ?? before.owner,
  };
  const problem = acceptanceProblem(given, bound, { openedOn: before.opened_on, today });
  if (problem !== '') invalid(problem);
  return {
    accepted_until: given.until,
    accepted_on: given.on,
    accepted_by: given.by,
    accepted_reason: given.reason,
  };
}

const invalid = (why: string): never => {
  throw new DomainError('invalid_input', why);
};

function refuseEarly(day: string | null, openedOn: string): void {
  if (day !== null && day < openedOn)
    invalid(`It would be due on ${sayDay(day)}, before it was opened on ${sayDay(openedOn)}. Mend one of the two.`);
}

/** What does not show that a finding is put right: it is older than the finding, or did not come out well. */
export function refuseToClose(
  { opened_on: openedOn, title, source }: Pick<FindingTableRow, 'opened_on' | 'title' | 'source'>,
  { on, outcome, kind }: { readonly on: string; readonly outcome: string; readonly kind: string },
): void {
  if (on < openedOn)
    invalid(
      `This evidence is of ${sayDay(on)}, and the finding “${title}” was opened on ${sayDay(openedOn)}. Choose what came after it.`,
    );
  const wrong = closingProblem(source as FindingSource, kind); // checked by the table
  if (wrong !== '') invalid(wrong);
  if (isFailed(outcome))
    invalid(`This evidence did not come out well, so it closes no finding, nor “${title}”. Choose another one.`);
}

export const findings: SubjectHandlers<'findings'> = {
  list: async ({ modelId, open, at }, { read, now }) => {
    const day = dayOf(at, now);
    const rows = (await listFindings(read, modelId)).filter(({ opened_on }) => opened_on <= day);
    const all = rows.map((row) => toFinding(row, day));
    return { findings: open === undefined ? all : all.filter(({ status }) => (status !== 'closed') === open) };
  },
  register: async ({ limit, closed, ...asked }, { read, now }) => {
    const day = now.slice(0, 10);
    const all = (await listModelFindings(read, closed, heldModels(read, now))).map((row) => ({
      row,
      overdue: isLate(row, day),
    }));
    const rows = all.filter(({ row, overdue }) => isAsked(row, overdue, asked)).toSorted(byWeight);
    const shown = rows.slice(0, limit).map(({ row }) => row);
    const texts = new Map(
      (
        await listFindingsById(
          read,
          shown.map(({ id }) => id),
        )
      ).map((row) => [row.id, row]),
    );
    const names = await listModelNamesById(read, [...new Set(shown.map(({ model_id: id }) => id))]);
    const open = all.filter(({ row }) => row.status !== 'closed').map(({ row }) => row);
    // Thousands were opened on few days.
    const ages = new Map(
      [...new Set(open.map(({ opened_on: on }) => on))].map((on) => [on, Math.max(0, daysFromTo(on, day))]),
    );
    return {
      total: rows.length,
      overdue: rows.filter(({ overdue }) => overdue).length,
      accepted: rows.filter(({ row }) => row.status === 'accepted').length,
      ages: agesOf(
        rows.flatMap(({ row: { status, opened_on, severity } }) =>
          status === 'closed' ? [] : [{ days: ages.get(opened_on) ?? 0, severity: severity as Finding['severity'] }],
        ),
      ),
      owners: [...new Set(open.map(({ owner }) => owner))].toSorted(),
      units: [...new Set(open.map(({ model_unit: unit }) => unit))].toSorted(),
      rows: shown.flatMap(({ id, model_id: modelId, tier, model_unit: unit }) => {
        const row = texts.get(id);
        const modelName = names.get(modelId) ?? '';
        return row ? [{ ...toFinding(row, day), modelName, tier: asTier(tier), unit }] : [];
      }),
    };
  },
  create: (input, context) =>
    context.write(async (write) => {
      const today = context.now.slice(0, 10);
      const model = await getModel(write.read, input.modelId);
      if (input.openedOn > today)
        invalid(`${sayDay(input.openedOn)} is still to come. A finding is noted when it is there.`);
      refuseEarly(input.due, input.openedOn);
      const row: FindingTableRow = {
        id: context.newId(),
        model_id: input.modelId,
        title: input.title,
        source: input.source,
        topic: input.topic,
        severity: input.severity,
        status: 'open',
        opened_on: input.openedOn,
        due: input.due,
        owner: input.owner,
        remediation: input.remediation,
        closed_on: null,
        closed_by: null,
        ...NOT_ACCEPTED,
        note: input.note,
      };
      await write.insert('findings', [row]);
      return { label: `Note the finding “${input.title}” of “${model.name}”`, value: toFinding(row, today) };
    }),
  update: ({ id, patch }, context) =>
    context.write(async (write) => {
      const before = await getFinding(write.read, id);
      const status = patch.status ?? before.status;
      const today = context.now.slice(0, 10);
      refuseEarly(patch.due ?? null, before.opened_on);
      const columns = {
        title: patch.title ?? before.title,
        severity: patch.severity ?? before.severity,
        topic: patch.topic ?? before.topic,
        due: patch.due === undefined ? before.due : patch.due,
        owner: patch.owner ?? before.owner,
        remediation: patch.remediation ?? before.remediation,
        note: patch.note ?? before.note,
        status,
        // Opened again: neither what closed it is so any more, nor what let it be.
        ...(patch.status === undefined ? {} : { closed_on: null, closed_by: null, ...NOT_ACCEPTED }),
        ...(status === 'accepted' ? await acceptanceOf(before, patch, write.read, today) : {}),
      };
      await write.update('findings', [id], columns);
      const value = toFinding({ ...before, ...columns }, today);
      return { label: `Change the finding “${columns.title}”`, value };
    }),
  close: ({ id, on, evidenceId }, context) =>
    context.write(async (write) => {
      const today = context.now.slice(0, 10);
      const before = await getFinding(write.read, id);
      const shown = await getEvidence(write.read, evidenceId);
      if (shown.model_id !== before.model_id)
        invalid('This evidence is of another model. Choose one of the model that the finding is of.');
      refuseToClose(before, { on: shown.on_day, outcome: shown.outcome, kind: shown.kind });
      if (shown.on_day > on) invalid(`The evidence is of ${sayDay(shown.on_day)}, after ${sayDay(on)}. Mend the day.`);
      if (on > today) invalid(`${sayDay(on)} is still to come. A finding is closed when it is.`);
      if (on < before.opened_on)
        invalid(`It was opened on ${sayDay(before.opened_on)}, after ${sayDay(on)}. Mend the day.`);
      const columns = { status: 'closed' as const, closed_on: on, closed_by: evidenceId };
      await write.update('findings', [id], columns);
      return { label: `Close the finding “${before.title}”`, value: toFinding({ ...before, ...columns }, today) };
    }),
};
