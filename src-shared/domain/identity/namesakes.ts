import { grouped } from './grouped';
import type { IdentityContext } from './identity-context';
import type { Matching } from './matching';
import type { UnitBook, UnitRelation } from './unit-book';

/** Rows and models of one name that are left. */
export interface Namesakes {
  readonly rows: readonly number[];
  readonly models: readonly number[];
}

/** Names that rows and models share, of what is left. */
export function namesakesLeft(context: IdentityContext, matching: Matching): readonly Namesakes[] {
  const { rowNames, modelNames, living, input } = context;
  const source = input.source.name;
  const rows = grouped(
    [...rowNames.keys()].filter((at) => rowNames[at] !== '' && matching.rowLeft(at)),
    (at) => rowNames[at] ?? '',
  );
  const models = grouped(
    [...modelNames.keys()].filter((at) => {
      if (!rows.has(modelNames[at] ?? '')) return false;
      if (living[at]) return matching.modelLeft(at);
      // Of what is not in the portfolio any more, only what this source has brought is expected in its file.
      const expected = input.portfolioModels[at]?.sources.includes(source) === true && !matching.met(at);
      return expected && (context.survivors[at] ?? -1) >= 0;
    }),
    (at) => modelNames[at] ?? '',
  );
  return [...models].map(([name, of]) => ({ rows: rows.get(name) ?? [], models: of }));
}

/** Rows and models that hang together by fitting: most often one and one. */
export function componentsOf(
  context: IdentityContext,
  book: UnitBook,
  near: readonly UnitRelation[],
  { rows, models }: Namesakes,
): readonly Namesakes[] {
  const rowsByUnit = grouped(rows, (row) => context.rowUnits[row] ?? -1);
  const modelsByUnit = grouped(models, (model) => context.modelUnits[model] ?? -1);
  const units = [...modelsByUnit.keys()];
  const seen = new Set<number>();
  const components: Namesakes[] = [];
  for (const first of rowsByUnit.keys()) {
    if (seen.has(first)) continue;
    const rowUnits = [first];
    const modelUnits = new Set<number>();
    seen.add(first);
    for (let at = 0; at < rowUnits.length; at += 1) {
      const rowUnit = rowUnits[at] ?? -1;
      for (const unit of units) {
        if (modelUnits.has(unit) || !near.includes(book.relation(rowUnit, unit))) continue;
        modelUnits.add(unit);
        for (const other of rowsByUnit.keys()) {
          if (seen.has(other) || !near.includes(book.relation(other, unit))) continue;
          seen.add(other);
          rowUnits.push(other);
        }
      }
    }
    if (modelUnits.size === 0) continue;
    components.push({
      rows: rowUnits.flatMap((unit) => rowsByUnit.get(unit) ?? []),
      models: [...modelUnits].flatMap((unit) => modelsByUnit.get(unit) ?? []),
    });
  }
  return components;
}
