import type { GovernedModel } from '#domain/governance/governed';
import { needsOf, type PackNeeds } from '#domain/governance/needs';
import type { RulePack } from '#domain/governance/rule-pack';
import { MODEL_FACT_NAMES, RELATION_LABELS, type Relation } from '#domain/governance/vocabulary';
import { STATED_NAMES } from '#domain/models/model-fields';
import { chunks } from '../../store/chunks';
import { readGovernedModels } from '../../store/governance/governed';
import { listDependencies, listEvidenceOf, type NamedDependency } from '../../store/governance/rows';
import type { EvidenceTableRow } from '../../store/governance/tables';
import type { ReadHandle } from '../../store/journal/handle';
import { listMovesOf } from '../../store/models/moves';
import type { MoveRow } from '../../store/models/tables';

/** So many models are compared at once. */
const PAGE = 500;

/** What completeness reads of a model, with the values in place of whether there is one. */
function needsOfSheet(packs: readonly RulePack[]): PackNeeds {
  const needs = needsOf(packs);
  return {
    ...needs,
    values: new Set(STATED_NAMES),
    answered: new Set(),
    facts: new Set(MODEL_FACT_NAMES),
    factValues: new Set(MODEL_FACT_NAMES),
    references: new Set([...needs.references, '*']),
    asks: new Set([...needs.asks, 'health', 'developer']),
  };
}

/** Models with their values, page by page in the order that is given; those that are gone are left out. */
export async function* readSheetModels(
  read: ReadHandle,
  packs: readonly RulePack[],
  ids: readonly string[],
): AsyncGenerator<readonly GovernedModel[]> {
  const needs = needsOfSheet(packs);
  for (const page of chunks(ids, PAGE)) {
    const evidence = byModel(await listEvidenceOf(read, page));
    const dependencies = byModel(await listDependencies(read, page));
    const moves = await listMovesOf(read, page);
    const found = new Map([...readGovernedModels(read, needs, page)].map((model) => [model.id, model]));
    yield page.flatMap((id) => {
      const model = found.get(id);
      return model === undefined
        ? []
        : [
            told(model, {
              evidence: evidence.get(id) ?? [],
              dependencies: dependencies.get(id) ?? [],
              moves: moves.get(id) ?? [],
            }),
          ];
    });
  }
}

function byModel<T extends { readonly model_id: string | null }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const id = row.model_id ?? '';
    const known = found.get(id);
    if (known) known.push(row);
    else found.set(id, [row]);
  }
  return found;
}

interface Beside {
  readonly evidence: readonly EvidenceTableRow[];
  readonly dependencies: readonly NamedDependency[];
  readonly moves: readonly MoveRow[];
}

const told = (model: GovernedModel, { evidence, dependencies, moves }: Beside): GovernedModel => ({
  ...model,
  moves: moves.map(({ to_stage: to, at, recorded_at: recordedAt, version, precision }) => ({
    to,
    on: at === null ? null : at.slice(0, 10),
    recordedOn: recordedAt.slice(0, 10),
    version,
    precision,
  })),
  evidence: evidence.map((row) => ({
    kind: row.kind,
    on: row.on_day,
    validUntil: row.valid_until,
    by: row.by_whom,
    outcome: row.outcome,
    covers: JSON.parse(row.covers) as string[], // written through the contract's schema
    link: row.link,
  })),
  dependencies: dependencies.map(({ from_day: from, until_day: until, relation, depends_on_name: name, outside }) => ({
    from,
    until,
    words: wordsOf(relation as Relation, name ?? outside), // as the contract wrote it
  })),
});

const wordsOf = (relation: Relation, what: string): string =>
  what === '' ? RELATION_LABELS[relation] : `${RELATION_LABELS[relation]}: ${what}`;
