import type Database from 'better-sqlite3';
import type { GovernedModel } from '#domain/governance/governed';
import type { PackNeeds } from '#domain/governance/needs';
import { cellsOf, type HeldWithPart } from '../../models/held/governed-cells';
import { isValueHeld } from '../../models/held/governed-part';
import { type Cell, NONE } from '../../models/held/columns';
import type { HeldModels } from '../../models/held/held-models';
import { columnsOf, modelOf, runsOf } from './governed-rows';

/** Whether everything that these packs see of a model is held in memory; of long texts only whether they answer is. */
export const isHeldFor = (needs: PackNeeds): boolean =>
  columnsOf(needs).every(({ name, whole }) => !whole || isValueHeld(name));

/** The same models in the same order as `governedRows` reads them, out of memory; what few models have is read. */
export function* heldRows(
  db: Database.Database,
  needs: PackNeeds,
  within: HeldWithPart,
  ids: ReadonlySet<string> | null,
): Generator<GovernedModel> {
  const { held, part } = within;
  const columns = columnsOf(needs);
  const cells = columns.map(({ name, whole }) => {
    const cell = cellsOf(within, name);
    return whole ? cell : onlyAnswers(cell);
  });
  const { values, codes } = part.references;
  const references = values.map(
    (json) => (json === '' || needs.references.size === 0 ? [] : (JSON.parse(json) as GovernedModel['references'])), // as they are held
  );
  const { unit } = held.coded;
  const [tierOf, reviewOf] = [cellsOf(within, 'tier'), cellsOf(within, 'nextReview')];
  const runs = runsOf(db, needs, null);
  try {
    for (const slot of part.byId(held)) {
      const id = held.ids.get(slot);
      if (ids !== null && !ids.has(id)) continue;
      const row: Cell[] = [id, unit.get(slot), tierOf(slot), reviewOf(slot), null];
      for (const cell of cells) row.push(cell(slot));
      yield modelOf(row, columns, row.length - columns.length, runs, {
        moves: part.moves.of(slot),
        approvals: part.approvals.of(slot),
        references: references[codes[slot] ?? 0] ?? [],
      });
    }
  } finally {
    for (const run of Object.values(runs)) run.end();
  }
}

/** Few texts answer many models: each is looked at once. */
function onlyAnswers(cell: (slot: number) => Cell): (slot: number) => Cell {
  const known = new Map<Cell, Cell>();
  return (slot) => {
    const value = cell(slot);
    let found = known.get(value);
    if (found === undefined) {
      found = value === null || ['', 'unknown'].includes(String(value).trim()) ? null : 'x';
      known.set(value, found);
    }
    return found;
  };
}

/** As `idsByTier` has them. */
export function* heldIdsByTier({ order, ids, whole: { tier } }: HeldModels): IterableIterator<string> {
  const tiers = [...new Set(tier.filter((value) => value !== NONE))].toSorted((a, b) => a - b);
  for (const wanted of [...tiers, NONE]) for (const slot of order) if (tier[slot] === wanted) yield ids.get(slot);
}
