import type { ImportRequest } from '#contract/imports/imports';
import type { VersionsMapping } from '#contract/models/import-versions';
import type { Decision } from '#domain/models/history/told';
import type { PlannedModel, ToldOf, VersionContradiction, VersionRules } from '../../../importers/versions/plan-types';
import { recordKey } from '../../../importers/versions/version-records';
import { listIdentityAnswers, listImportSources } from '../../../store/imports/imports';
import type { SourceRow } from '../../../store/imports/tables';
import type { ReadHandle, WriteHandle } from '../../../store/journal/handle';
import type { CommandContext } from '../../context';
import { decisionsOf, type Rules, withRules } from '../decisions';

/** The source of version histories that a file belongs to, with what was decided about it once. */
export interface VersionSource {
  readonly name: string;
  /** `null`: it comes for the first time. */
  readonly known: SourceRow | null;
  /** Who is right by field, as it was kept the last time. */
  readonly rules: Rules;
  /** What was said of single versions, by `answerKey`. */
  readonly answers: ReadonlyMap<string, Decision>;
}

const HISTORIES = 'Version history';

/** A source of inventories may bear the same name: what is kept of the two is not the same. */
const nameOf = (request: Pick<ImportRequest, 'source'>): string =>
  request.source ? `${request.source}, versions` : HISTORIES;

export async function findVersionSource(
  request: Pick<ImportRequest, 'source'>,
  read: ReadHandle,
): Promise<VersionSource> {
  const name = nameOf(request);
  const known = (await listImportSources(read)).find((source) => source.name === name) ?? null;
  const answers = new Map<string, Decision>();
  for (const { model_id, row_key, answer } of known ? await listIdentityAnswers(read, known.id) : [])
    if (answer === 'ours' || answer === 'ask') answers.set(`${model_id} ${row_key}`, answer);
  // Written by `keepVersionSource` from a request's rules.
  return { name, known, rules: known ? (JSON.parse(known.rules) as Rules) : [], answers };
}

/** What names a contradiction, so that the same one is known again: another day of the file is another question. */
const rowKey = (field: string, { version, day }: ToldOf): string => JSON.stringify([field, recordKey(version), day]);

/** What the person decides now, first about a version, then what was said of it before, then the rules. */
export function versionRules(request: ImportRequest, source: VersionSource): VersionRules {
  const now = decisionsOf({ decisions: request.decisions, rules: [] });
  const byField = decisionsOf({ decisions: [], rules: withRules(source.rules, request.rules) });
  return (field, modelId, told) =>
    now(field, modelId, told.version) ??
    source.answers.get(`${modelId} ${rowKey(field, told)}`) ??
    byField(field, modelId, told.version);
}

interface Kept {
  readonly source: VersionSource;
  readonly request: ImportRequest;
  readonly labels: readonly string[];
  readonly mapping: VersionsMapping;
  readonly planned: readonly PlannedModel[];
}

/**
 * Keeps what was decided about a source for its next file: the rules, and that ours stays of single versions. What was taken
 * from the file contradicts no more. Taking the import back leaves it.
 *
 * @returns the source's id
 */
export async function keepVersionSource(
  write: WriteHandle,
  { source, request, labels, mapping, planned }: Kept,
  { now, actor, newId }: CommandContext,
): Promise<string> {
  const fresh = {
    columns: JSON.stringify(labels),
    mapping: JSON.stringify(mapping),
    rules: JSON.stringify(request.keepRules ? withRules(source.rules, request.rules) : source.rules),
  };
  const id = source.known?.id ?? newId();
  if (source.known === null)
    await write.insert('sources', [
      { id, name: source.name, system: '', key: '[]', ...fresh, created_at: now, updated_at: now },
    ]);
  else if (Object.entries(fresh).some(([column, text]) => Reflect.get(source.known ?? {}, column) !== text))
    await write.update('sources', [id], { ...fresh, updated_at: now });
  const said = decisionsOf({ decisions: request.decisions, rules: [] });
  const answers = planned.flatMap(({ model, contradictions }) =>
    contradictions.flatMap((one) => {
      if (!model || one.decision === 'file' || !said(one.field, model.id, one.told.version)) return [];
      const key = rowKey(one.field, toldOf(one));
      if (source.answers.get(`${model.id} ${key}`) === one.decision) return [];
      return [{ model_id: model.id, row_key: key, answer: one.decision }];
    }),
  );
  await write.insert(
    'identity_answers',
    answers.map((one) => ({ id: newId(), source_id: id, ...one, deleted_model: null, actor, created_at: now })),
  );
  return id;
}

const toldOf = ({ told: { version }, at }: VersionContradiction): ToldOf => ({ version, day: at ?? '' });
