import type { Input, Output } from '#contract/index';
import { sayDay } from '#domain/base/calendar';
import { counted } from '#domain/base/wording';
import { evidenceProblem, labelOfKind } from '#domain/governance/evidence-problem';
import { DomainError } from '../../failure/domain-error';
import { refreshReviewed } from '../../store/governance/refresh-reviewed';
import { getEvidence, listClosedBy, listEvidence, listEvidenceById } from '../../store/governance/rows';
import type { EvidenceTableRow } from '../../store/governance/tables';
import { keepBefore } from '../context';
import type { SubjectHandlers } from '../subject';
import { withoutUndefined } from '../without-undefined';
import { refuseToClose } from './findings';
import { nameModels } from './name-models';

type Evidence = Output<'evidence.list'>['evidence'][number];

export const toEvidence = (row: EvidenceTableRow): Evidence => ({
  id: row.id,
  modelId: row.model_id,
  unit: row.unit,
  kind: row.kind,
  on: row.on_day,
  validUntil: row.valid_until,
  by: row.by_whom,
  outcome: row.outcome as Evidence['outcome'],
  covers: JSON.parse(row.covers) as string[], // written through the contract's schema
  link: row.link,
  hash: row.hash,
  note: row.note,
});

type Refusable = Pick<Input<'evidence.add'>, 'ids' | 'kind' | 'on' | 'validUntil' | 'link' | 'covers' | 'note'>;

export function refuseEvidence(input: Refusable, today: string): void {
  const { ids, kind, on, validUntil = null, link = '', covers = [], note = '' } = input;
  const stated = { kind, on, validUntil, link, covers, note, isOfModel: ids !== undefined };
  const wrong = evidenceProblem(stated, today);
  if (wrong !== null) throw new DomainError('invalid_input', wrong);
}

/** What a person says of it, as its row has it. */
const columnsOf = ({
  kind,
  on,
  validUntil,
  by,
  outcome,
  covers,
  link,
  hash,
  note,
}: Omit<Evidence, 'id' | 'modelId' | 'unit'>) => ({
  kind,
  on_day: on,
  valid_until: validUntil,
  by_whom: by,
  outcome,
  covers: JSON.stringify(covers),
  link,
  hash,
  note,
});

export const evidence: SubjectHandlers<'evidence'> = {
  list: async ({ modelId, kind }, { read }) => ({
    evidence: (await listEvidence(read, { modelId, kind })).map(toEvidence),
  }),
  add: (input, context) => {
    refuseEvidence(input, context.now.slice(0, 10));
    const { ids, unit, kind } = input;
    return context.write(
      async (write) => {
        const names = ids === undefined ? null : await nameModels(write.read, ids);
        const rows = (ids ?? [null]).map(
          (modelId): EvidenceTableRow => ({
            id: context.newId(),
            model_id: modelId,
            unit,
            ...columnsOf(input),
            recorded_at: context.now,
          }),
        );
        await write.insert('evidence', rows);
        await refreshReviewed(write, rows);
        const [only] = ids ?? [];
        const whose =
          ids === undefined
            ? 'the organisation'
            : ids.length === 1
              ? `“${names?.get(only ?? '') ?? ''}”`
              : counted(ids.length, 'model');
        return { label: `Note ${labelOfKind(kind)} of ${whose}`, value: { evidence: rows.map(toEvidence) } };
      },
      keepBefore(ids ?? []),
    );
  },
  update: ({ id, patch }, context) =>
    context.write(async (write) => {
      const before = toEvidence(await getEvidence(write.read, id));
      const after: Evidence = { ...before, ...withoutUndefined(patch) };
      refuseEvidence(
        {
          ...after,
          kind: after.kind as Refusable['kind'],
          ids: before.modelId === null ? undefined : [before.modelId],
        },
        context.now.slice(0, 10),
      );
      for (const finding of await listClosedBy(write.read, [id])) {
        refuseToClose(finding, after);
        const { closed_on: closedOn, title } = finding;
        if (closedOn !== null && after.on > closedOn)
          throw new DomainError(
            'invalid_input',
            `It closed the finding “${title}” on ${sayDay(closedOn)}. Evidence of ${sayDay(after.on)} cannot have: open the finding again first.`,
          );
      }
      const { kind, on } = after;
      await write.update('evidence', [id], columnsOf(after));
      await refreshReviewed(write, [
        { kind: before.kind, model_id: before.modelId },
        { kind, model_id: before.modelId },
      ]);
      return { label: `Change ${labelOfKind(kind)} of ${sayDay(on)}`, value: after };
    }),
  remove: ({ ids }, context) =>
    context.write(async (write) => {
      const [closed] = await listClosedBy(write.read, ids);
      if (closed)
        throw new DomainError(
          'conflict',
          `It closed the finding “${closed.title}”. Open that again first, or close it by other evidence.`,
        );
      const rows = await listEvidenceById(write.read, ids);
      const removed = await write.remove('evidence', ids);
      await refreshReviewed(write, rows);
      return { label: `Delete ${counted(ids.length, 'row')} of evidence`, value: { removed } };
    }),
};
