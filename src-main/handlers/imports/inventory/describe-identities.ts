import type { DoubleOffer } from '#contract/imports/identity';
import type { InventoryPreview } from '#contract/imports/imports';
import type { IdentityDecision } from '#domain/identity/decide-identities';
import type { InventoryRow, RowDecision, RowOffer } from '#domain/identity/identity-types';
import type { ExistingModel, FindModels } from '../../../importers/inventory/plan-types';
import type { FirstBrought } from '../../../store/imports/missing';
import type { FileSource } from './file-source';
import type { Identified } from './identify';

type Described = Pick<
  InventoryPreview,
  | 'source'
  | 'doubles'
  | 'ambiguous'
  | 'asks'
  | 'renamed'
  | 'missing'
  | 'missingModels'
  | 'missingRetired'
  | 'notSpokenOf'
  | 'units'
  | 'partial'
>;

/** Beyond these nobody looks; answering the first ones brings the next. */
const MOST = 5_000;

/** What is known of models that the file does not have: which file they came with, and when their owner was asked. */
export interface ToldOfMissing {
  readonly brought: ReadonlyMap<string, FirstBrought>;
  readonly asked: ReadonlyMap<string, string>;
}

/** The models that the file does not have and that somebody may expect in it. */
export const missingOf = (identified: Identified | null): IdentityDecision['missing'] =>
  (identified?.decision.missing ?? []).filter((one) => !one.retired);

/** Whose row each is, as a person sees it before anything is written. */
export async function describeIdentities(
  identified: Identified | null,
  source: FileSource,
  find: FindModels,
  told: ToldOfMissing,
): Promise<Described> {
  const about = {
    name: source.name,
    system: source.system,
    key: source.key,
    known: source.known !== null,
    rules: source.rules,
  };
  if (identified === null)
    return {
      source: about,
      doubles: [],
      ambiguous: [],
      asks: [],
      renamed: [],
      missing: [],
      missingModels: [],
      missingRetired: 0,
      notSpokenOf: 0,
      units: [],
      partial: [],
    };
  const { decision, inventory, deleted } = identified;
  const missing = missingOf(identified);
  const shownMissing = missing.slice(0, MOST);
  const offers = offersOf(decision.rows).slice(0, MOST);
  const asked = decision.rows
    .filter((row) => isAsked(row) && identified.rows.get(row.row)?.is === 'wait')
    .slice(0, MOST);
  const known = await find([
    ...offers.flatMap(({ offer }) => [offer.model, ...offer.rivals]),
    ...asked.flatMap(({ candidates }) => candidates),
    ...shownMissing.map(({ model }) => model),
  ]);
  const named = (modelId: string) => {
    const model = known.get(modelId);
    const gone = deleted.get(modelId)?.model;
    return { modelId, name: model?.name ?? gone?.name ?? '', unit: model?.fields.unit ?? gone?.unit ?? '' };
  };
  return {
    source: about,
    doubles: offers.map(({ row, offer }) => ({
      ...describeOffer(row, offer, inventory.get(row.row), known.get(offer.model)),
      rivalModels: offer.rivals.map(named),
    })),
    ambiguous: asked.map((row) => ({
      row: row.row,
      rowKey: row.keys[0] ?? '',
      name: inventory.get(row.row)?.name ?? '',
      unit: inventory.get(row.row)?.unit ?? '',
      why: row.why,
      candidates: row.candidates.map(named),
    })),
    asks: decision.asks.map(({ unit, scope, means, aliases, sentence, agree, differ, rows }) => ({
      unit,
      scope,
      means: [...means],
      aliases: [...aliases],
      sentence,
      agree,
      differ,
      rows: rows.length,
    })),
    renamed: decision.rows.flatMap(({ row, model, renamed }) =>
      model !== null && renamed ? [{ row, modelId: model, before: renamed.before, after: renamed.after }] : [],
    ),
    missing: missing.map(({ model }) => model),
    missingModels: shownMissing.map(({ model, offered }) => ({
      ...named(model),
      owner: known.get(model)?.fields.businessOwner || known.get(model)?.fields.technicalOwner || '',
      offered,
      since: told.brought.get(model) ?? null,
      asked: told.asked.get(model) ?? null,
    })),
    missingRetired: decision.missing.length - missing.length,
    notSpokenOf: decision.notSpokenOf.length,
    units: [...decision.units],
    partial: [...decision.partialBecause],
  };
}

/** Several models may be meant, or one that was deleted here and may be wanted back. */
const isAsked = ({ outcome, held }: RowDecision): boolean => outcome === 'ambiguous' || held === 'deleted';

/** Every offer, the surest first. */
function offersOf(rows: readonly RowDecision[]): readonly { readonly row: RowDecision; readonly offer: RowOffer }[] {
  return rows
    .filter((row) => row.outcome === 'created')
    .flatMap((row) => row.offers.map((offer) => ({ row, offer })))
    .sort((a, b) => a.offer.place - b.offer.place);
}

const describeOffer = (
  row: RowDecision,
  offer: RowOffer,
  said: InventoryRow | undefined,
  model: ExistingModel | undefined,
): Omit<DoubleOffer, 'rivalModels'> => ({
  row: row.row,
  rowKey: row.keys[0] ?? '',
  name: said?.name ?? '',
  unit: said?.unit ?? '',
  purpose: said?.texts?.[0] ?? '',
  modelId: offer.model,
  modelName: model?.name ?? '',
  modelUnit: model?.fields.unit ?? '',
  modelPurpose: model?.fields.purpose ?? '',
  band: offer.band,
  because: offer.because,
  why: offer.reasonsFor[0] ?? '',
  reasonsFor: [...offer.reasonsFor],
  reasonsAgainst: [...offer.reasonsAgainst],
  rivals: [...offer.rivals],
});
