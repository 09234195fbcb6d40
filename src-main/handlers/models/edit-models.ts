import type { z } from 'zod';
import type { BulkPatch, ModelFields, models as modelsContract } from '#contract/models/models';
import { counted, oneOf, verb } from '#domain/base/wording';
import { fieldPhrase } from '#domain/models/model-fields';
import { changeTags, foldTags, readTags } from '#domain/models/tags';
import { DomainError } from '../../failure/domain-error';
import { toInstant } from '../../platform/instant';
import { listFallenGates } from '../../store/governance/gate-standings';
import type { ReadHandle, WriteHandle } from '../../store/journal/handle';
import { parseTags } from '../../store/models/cells';
import { columnsOf } from '../../store/models/model-rows';
import { changeModels, newModelRow } from '../../store/models/model-writes';
import { getModel, listModelsById } from '../../store/models/models';
import { listApprovals } from '../../store/models/moves';
import type { ModelTableRow, MoveRow } from '../../store/models/tables';
import { getSettings } from '../../store/portfolio/settings';
import { removeFacts } from '../../store/references/remove-facts';
import type { CommandContext } from '../context';

type NewModel = z.output<typeof modelsContract.create.input>;
type Patch = { readonly [K in keyof ModelFields]?: ModelFields[K] | undefined };

export async function createModel(write: WriteHandle, input: NewModel, context: CommandContext): Promise<string> {
  const { stage, since, version, ...fields } = input;
  const at = since === undefined ? context.now : toInstant(since, 'Since');
  if (at > context.now)
    throw new DomainError(
      'invalid_input',
      `Since: ${at.slice(0, 10)} lies in the future. Give the day on which the model entered this stage.`,
    );
  const id = context.newId();
  const first: MoveRow = {
    id: context.newId(),
    model_id: id,
    ord: 1,
    to_stage: stage,
    at,
    implied: since === undefined ? 1 : 0,
    actor: context.actor,
    reason: '',
    correction: 0,
    version: version ?? '',
    replaced_by: null,
    recorded_at: context.now,
    import_id: null,
    precision: 'day',
    monitoring_said: 1,
    changed: '',
  };
  const { reviewMonths } = await getSettings(write.read);
  await write.insert('models', [newModelRow(id, withFoldedTags(fields), [first], reviewMonths, context.now)]);
  await write.insert('moves', [first]);
  return id;
}

export async function updateModel(
  write: WriteHandle,
  id: string,
  patch: Patch,
  context: CommandContext,
): Promise<string> {
  const model = await getModel(write.read, id);
  const { reviewMonths } = await getSettings(write.read);
  const lacks = await gatesLacking(write.read, [id], patch, context.now);
  await changeModels(write, [{ model, columns: columnsOf(withFoldedTags(patch)) }], reviewMonths, context.now);
  const [found] = await lacks();
  const gate = found === undefined ? '' : `; its gate now lacks ${oneOf(found, 'and')}`;
  return `Change ${fieldWords(Object.keys(patch))} of “${model.name}”${gate}`;
}

type Bulk = z.output<typeof BulkPatch>;

export async function updateModels(
  write: WriteHandle,
  ids: readonly string[],
  patch: Bulk,
  context: CommandContext,
): Promise<{ readonly updated: number; readonly lacks: string }> {
  const { addTags = [], removeTags = [], ...fields } = patch;
  const columns = columnsOf(withFoldedTags(fields));
  const models = await listModelsById(write.read, ids);
  const { reviewMonths } = await getSettings(write.read);
  const retagged = addTags.length > 0 || removeTags.length > 0;
  const changes = models.map((model) => ({
    model,
    columns: retagged ? { ...columns, ...tagColumn(columns.tags, model, addTags, removeTags) } : columns,
  }));
  const lacks = await gatesLacking(write.read, ids, patch, context.now);
  const updated = (await changeModels(write, changes, reviewMonths, context.now)).length;
  const { length: count } = await lacks();
  const gates =
    count === 0
      ? ''
      : `; ${counted(count, 'gate')} of models in production now ${verb(count, 'lacks', 'lack')} something`;
  return { updated, lacks: gates };
}

/** What the gates of models in production lack more than before, once it was changed what they hang on: said with the change itself. */
async function gatesLacking(read: ReadHandle, ids: readonly string[], patch: Patch | Bulk, now: string) {
  if (patch.tier === undefined && patch.kind === undefined) return async () => [];
  const settings = await getSettings(read);
  const lacking = async () =>
    new Map((await listFallenGates(read, settings, now.slice(0, 10), ids)).map(({ id, lacks }) => [id, lacks]));
  const before = await lacking();
  return async (): Promise<readonly (readonly string[])[]> =>
    [...(await lacking())].flatMap(([id, lacks]) => {
      const more = lacks.filter((one) => before.get(id)?.includes(one) !== true);
      return more.length === 0 ? [] : [more];
    });
}

/** Tags are one rule, whoever sends them. */
const withFoldedTags = <F extends { readonly tags?: string[] | undefined }>(fields: F): F =>
  fields.tags === undefined ? fields : { ...fields, tags: [...foldTags(fields.tags)] };

function tagColumn(
  given: string | undefined,
  { name, tags }: ModelTableRow,
  add: readonly string[],
  remove: readonly string[],
): { tags: string } {
  const read = readTags(changeTags(parseTags(given ?? tags), add, remove));
  if (!read.ok) throw new DomainError('invalid_input', `“${name}” cannot take these tags. ${read.message}`);
  return { tags: JSON.stringify(read.value) };
}

/**
 * Takes models out with all that hangs on them; models that they replaced stay retired, without a successor. Their
 * incidents stay, as incidents of no known model.
 */
export async function removeModels(write: WriteHandle, ids: readonly string[]): Promise<readonly ModelTableRow[]> {
  const models = await listModelsById(write.read, ids);
  await removeFacts(
    write,
    'models',
    models.map((model) => model.id),
  );
  return models;
}

export interface NewApproval {
  readonly approvedBy: string;
  readonly at?: string | undefined;
  readonly note: string;
  /** Left out: as it is; `null`: it goes by the tier. */
  readonly nextReview?: string | null | undefined;
}

export async function approveModel(
  write: WriteHandle,
  id: string,
  approval: NewApproval,
  context: CommandContext,
): Promise<string> {
  const model = await getModel(write.read, id);
  const at = approval.at === undefined ? context.now : toInstant(approval.at, 'Approved on');
  if (at > context.now)
    throw new DomainError(
      'invalid_input',
      `Approved on: ${at.slice(0, 10)} lies in the future. Give the day on which the approval was given.`,
    );
  const row = {
    id: context.newId(),
    model_id: id,
    approved_by: approval.approvedBy,
    at,
    note: approval.note,
    recorded_by: context.actor,
    recorded_at: context.now,
  };
  await write.insert('approvals', [row]);
  const [latest] = await listApprovals(write.read, id);
  const { reviewMonths } = await getSettings(write.read);
  const { nextReview } = approval;
  const columns = nextReview === undefined ? {} : { next_review: nextReview };
  await changeModels(write, [{ model, columns, lastApprovalAt: latest?.at ?? at }], reviewMonths, context.now);
  return `Record the approval of “${model.name}” by ${approval.approvedBy}`;
}

/** The changed fields as a person reads them in the journal and beside Undo. */
export function fieldWords(fields: readonly string[]): string {
  const words = [...new Set(fields.map((field) => fieldPhrase(/^(?:add|remove)Tags$/.test(field) ? 'tags' : field)))];
  return words.length <= 3 ? oneOf(words, 'and') || 'nothing' : counted(words.length, 'field');
}
