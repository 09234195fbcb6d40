import type { GovernedModel, GovernedPortfolio } from '#domain/governance/governed';
import type { PackNeeds } from '#domain/governance/needs';
import type { ReviewMonths } from '#domain/models/review';
import { sqlite, tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { heldAlready, heldGoverned } from '../models/held/held';
import { heldIdsByTier, heldRows, isHeldFor } from './sqlite/held-rows';
import { governedRows, idsByTier, type OwnedModel, organisationEvidence, ownedModels } from './sqlite/governed-rows';

const listed = (text: string): readonly string[] => JSON.parse(text) as string[]; // written through the contract's schema

export interface GovernedOptions {
  /** ISO day of the portfolio's rows. */
  readonly today: string;
  readonly reviewMonths: ReviewMonths;
}

/** What the portfolio holds besides its models, as rule packs are compared with it. */
export async function readGovernedHouse(
  read: ReadHandle,
  { today, reviewMonths }: GovernedOptions,
): Promise<Omit<GovernedPortfolio, 'models'>> {
  const db = tables(read);
  const organisation = await db.selectFrom('organisation_facts').selectAll().execute();
  const units = await db.selectFrom('governed_units').selectAll().execute();
  return {
    today,
    reviewMonths,
    organisation: Object.fromEntries(organisation.map(({ id, value }) => [id, value])),
    units: units.map((row) => ({
      unit: row.unit,
      jurisdictions: listed(row.jurisdictions),
      bodies: listed(row.bodies),
      frameworks: listed(row.frameworks),
    })),
    evidence: organisationEvidence(sqlite(read)),
  };
}

/**
 * Its models with what these packs can see of them, one after another in the order of their ids. A reading that is not gone
 * through to its end has to be ended, as a loop does by itself.
 *
 * @param ids left out: all
 */
export const readGovernedModels = (
  read: ReadHandle,
  needs: PackNeeds,
  ids?: readonly string[],
): Generator<GovernedModel> => governedRows(sqlite(read), needs, ids ?? null);

/**
 * The same for comparison with packs: where they are many, out of memory. Of references they have what packs see of them.
 *
 * @param now ISO
 */
export function compareGovernedModels(
  read: ReadHandle,
  needs: PackNeeds,
  ids: readonly string[] | undefined,
  now: string,
): Generator<GovernedModel> {
  const many = (ids === undefined || ids.length > FEW) && isHeldFor(needs);
  const held = many ? heldGoverned(read, now) : null;
  return held === null
    ? readGovernedModels(read, needs, ids)
    : heldRows(sqlite(read), needs, held, ids === undefined ? null : new Set(ids));
}

/** So many models are read from the file sooner than all of them are. */
const FEW = 2_000;

/** Ids of all models: tier 1 first, those without a tier last, within each by name. */
export function listModelIdsByTier(read: ReadHandle): IterableIterator<string> {
  const held = heldAlready(read);
  return held === null ? idsByTier(sqlite(read)) : heldIdsByTier(held);
}

/** Who answers for each model: the business owner, else the technical one; '' = nobody is named. */
export const listOwners = (read: ReadHandle): Generator<OwnedModel> => ownedModels(sqlite(read));
