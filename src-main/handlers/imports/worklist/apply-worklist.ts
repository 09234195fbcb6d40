import { counted } from '#domain/base/wording';
import type { ReadAnswer } from '#domain/governance/worklist/read-answer';
import { refuseWhenCancelled } from '../../../failure/refuse-when-cancelled';
import type { Job } from '../../../jobs/job-list';
import { refreshReviewed } from '../../../store/governance/refresh-reviewed';
import type { EvidenceTableRow } from '../../../store/governance/tables';
import type { WriteHandle } from '../../../store/journal/handle';
import { columnsOf } from '../../../store/models/model-rows';
import { changeModels } from '../../../store/models/model-writes';
import { getSettings } from '../../../store/portfolio/settings';
import type { CommandContext } from '../../context';
import type { AppliedImport } from '../kind';
import { insertLedger, refuseWhenChanged } from '../ledger';
import type { PlannedAnswer, PreparedWorklist } from './prepare-worklist';

type Room = ReadAnswer['room'];
type Of<R extends Room> = PlannedAnswer & { readonly read: Extract<ReadAnswer, { readonly room: R }> };

/** Writes what the rows say in the caller's transaction; a cancel in the middle throws, and so nothing of it stays. */
export async function applyWorklist(
  write: WriteHandle,
  prepared: PreparedWorklist,
  context: CommandContext,
  job: Job,
): Promise<AppliedImport> {
  const { table, planned, counts, problems, dateOrder } = prepared;
  await refuseWhenChanged(write, prepared.seq);
  const importId = await insertLedger(
    write,
    {
      format: 'worklist',
      fileName: table.fileName,
      fileHash: table.contentHash,
      preset: null,
      mapping: { kind: 'worklist', dateOrder },
      rows: table.rows.length,
      counts,
      problems: problems.kept,
    },
    context,
  );
  const work = planned.filter(({ state }) => state === 'added' || state === 'changed');
  const of = <R extends Room>(room: R): readonly Of<R>[] => work.filter((one): one is Of<R> => one.read.room === room);
  await writeFields(write, of('field'), prepared, context);
  refuseWhenCancelled(job.signal, 'import');
  await writeFacts(write, of('fact'), prepared, context);
  await writeAnswers(write, of('question'), prepared, context);
  await writeOrganisation(write, of('organisation'), prepared);
  await writeEvidence(write, of('evidence'), context);
  refuseWhenCancelled(job.signal, 'import');
  const changed = counts.created + counts.updated;
  const label =
    changed === 0
      ? `Bring back ${table.fileName}, which changed nothing`
      : `Bring back ${counted(changed, 'answer')} from ${table.fileName}`;
  const contradicted = planned.flatMap(({ state, modelId }) => (state === 'contradicted' && modelId ? [modelId] : []));
  return { importId, counts, label, models: { contradicted }, parts: table.parts };
}

async function writeFields(
  write: WriteHandle,
  rows: readonly Of<'field'>[],
  { held }: PreparedWorklist,
  { now }: CommandContext,
): Promise<void> {
  const patches = new Map<string, Record<string, unknown>>();
  for (const { modelId, read } of rows)
    patches.set(modelId ?? '', { ...patches.get(modelId ?? ''), [read.name]: read.value });
  const changes = [...patches].flatMap(([id, patch]) => {
    const model = held.models.get(id);
    return model === undefined ? [] : [{ model, columns: columnsOf(patch) }];
  });
  const { reviewMonths } = await getSettings(write.read);
  await changeModels(write, changes, reviewMonths, now);
}

async function writeFacts(
  write: WriteHandle,
  rows: readonly Of<'fact'>[],
  { held }: PreparedWorklist,
  { newId, now, actor }: CommandContext,
): Promise<void> {
  const said = new Set(rows.map(({ modelId, read }) => `${modelId} ${read.name}`));
  const gone = held.facts.filter(({ model_id: id, name }) => said.has(`${id} ${name}`));
  await write.remove(
    'model_facts',
    gone.map(({ id }) => id),
  );
  await write.insert(
    'model_facts',
    rows.map(({ modelId, read }) => ({
      id: newId(),
      model_id: modelId ?? '',
      name: read.name,
      value: JSON.stringify(read.value),
      stated_on: now.slice(0, 10),
      stated_by: actor,
    })),
  );
}

/** Earlier answers stay, since a look back asks for them; one of the same day gives way. */
async function writeAnswers(
  write: WriteHandle,
  rows: readonly Of<'question'>[],
  { held }: PreparedWorklist,
  { newId, now, actor }: CommandContext,
): Promise<void> {
  const today = now.slice(0, 10);
  const said = new Set(rows.map(({ modelId, read }) => `${modelId} ${read.pack} ${read.question}`));
  const gone = held.answers.filter(
    (row) => row.answered_on >= today && said.has(`${row.model_id} ${row.pack} ${row.question}`),
  );
  await write.remove(
    'governance_answers',
    gone.map(({ id }) => id),
  );
  await write.insert(
    'governance_answers',
    rows.map(({ modelId, read }) => ({
      id: newId(),
      model_id: modelId ?? '',
      pack: read.pack,
      question: read.question,
      value: JSON.stringify(read.value),
      answered_on: today,
      answered_by: actor,
      note: '',
    })),
  );
}

async function writeOrganisation(
  write: WriteHandle,
  rows: readonly Of<'organisation'>[],
  { held }: PreparedWorklist,
): Promise<void> {
  for (const { read } of rows) {
    if (held.organisation.has(read.name)) await write.update('organisation_facts', [read.name], { value: read.value });
    else await write.insert('organisation_facts', [{ id: read.name, value: read.value }]);
  }
}

async function writeEvidence(
  write: WriteHandle,
  planned: readonly Of<'evidence'>[],
  { newId, now }: CommandContext,
): Promise<void> {
  const rows = planned.map(
    ({ modelId, read: { evidence } }): EvidenceTableRow => ({
      id: newId(),
      model_id: modelId,
      unit: '',
      kind: evidence.kind,
      on_day: evidence.on,
      valid_until: evidence.validUntil,
      by_whom: evidence.by,
      outcome: evidence.outcome,
      covers: JSON.stringify(evidence.covers),
      link: evidence.link,
      hash: '',
      note: evidence.note,
      recorded_at: now,
    }),
  );
  await write.insert('evidence', rows);
  await refreshReviewed(write, rows);
}
