import type { Input, Output } from '#contract/index';
import { topUnit, unitPath } from '#domain/base/unit-path';
import { counted } from '#domain/base/wording';
import { ORGANISATION_FACT_LABELS, ORGANISATION_FACTS } from '#domain/governance/vocabulary';
import { listGovernedUnits, listOrganisationFacts } from '../../store/governance/rows';
import type { GovernedUnitRow } from '../../store/governance/tables';
import type { ReadHandle } from '../../store/journal/handle';
import { listFacet } from '../../store/overview/counts';
import type { CommandContext } from '../context';

type Unit = Output<'governance.setUnit'>;

/**
 * Units that were spoken of, and of the others the ones at the top: what is said of a department holds for its offices, until
 * something else is said of one of them.
 */
export async function readUnits(read: ReadHandle): Promise<readonly Unit[]> {
  const rows = new Map((await listGovernedUnits(read)).map((row) => [row.unit, row]));
  const counts = new Map((await listFacet(read, 'unit')).map(({ value, count }) => [value, count]));
  const models = new Map<string, number>();
  for (const [unit, count] of counts) {
    // Of a unit that nobody spoke of the nearest above it answers.
    const owner =
      unitPath(unit)
        .toReversed()
        .find((name) => rows.has(name)) ?? topUnit(unit);
    models.set(owner, (models.get(owner) ?? 0) + count);
  }
  return [...new Set([...models.keys(), ...rows.keys()])]
    .map((unit) => toUnit(unit, rows.get(unit), models.get(unit) ?? 0))
    .toSorted((a, b) => b.models - a.models || (a.unit < b.unit ? -1 : 1));
}

const list = (text: string): string[] => JSON.parse(text) as string[]; // written through the contract's schema

const toUnit = (unit: string, row: GovernedUnitRow | undefined, models: number): Unit => ({
  unit,
  models,
  known: row !== undefined,
  jurisdictions: row === undefined ? [] : list(row.jurisdictions),
  bodies: row === undefined ? [] : (list(row.bodies) as Unit['bodies']),
  frameworks: row === undefined ? [] : list(row.frameworks),
});

export function setUnit(
  { unit, also, jurisdictions, bodies, frameworks }: Input<'governance.setUnit'>,
  context: CommandContext,
): Promise<Unit> {
  return context.write(async (write) => {
    const known = new Map((await listGovernedUnits(write.read)).map((row) => [row.unit, row.id]));
    const columns = {
      jurisdictions: JSON.stringify(jurisdictions),
      bodies: JSON.stringify(bodies),
      frameworks: JSON.stringify(frameworks),
    };
    const nothing = jurisdictions.length + bodies.length + frameworks.length === 0;
    const units = [...new Set([unit, ...(also ?? [])])];
    const old = units.flatMap((name) => known.get(name) ?? []);
    if (nothing) await write.remove('governed_units', old);
    else {
      await write.update('governed_units', old, columns);
      const added = units.filter((name) => !known.has(name));
      await write.insert(
        'governed_units',
        added.map((name) => ({ id: context.newId(), unit: name, ...columns })),
      );
    }
    const name = unit === '' ? 'models without a unit' : `“${unit}”`;
    const whose = units.length === 1 ? `${name} belongs` : `${counted(units.length, 'unit')} belong`;
    const settledValue = async (): Promise<Unit> =>
      (await readUnits(write.read)).find((one) => one.unit === unit) ?? toUnit(unit, undefined, 0);
    return { label: `Say where ${whose}`, settledValue };
  });
}

export async function readOrganisation(read: ReadHandle): Promise<Output<'governance.organisation'>> {
  const rows = new Map((await listOrganisationFacts(read)).map(({ id, value }) => [id, value]));
  // Every fact has an entry.
  return Object.fromEntries(
    ORGANISATION_FACTS.map((name) => [name, rows.get(name) ?? '']),
  ) as Output<'governance.organisation'>;
}

export function setOrganisation(
  { facts }: Input<'governance.setOrganisation'>,
  context: CommandContext,
): Promise<Output<'governance.organisation'>> {
  return context.write(async (write) => {
    const known = new Map((await listOrganisationFacts(write.read)).map((row) => [row.id, row]));
    for (const name of ORGANISATION_FACTS) {
      const value = facts[name];
      if (value === undefined) continue;
      if (known.has(name)) await write.update('organisation_facts', [name], { value });
      else await write.insert('organisation_facts', [{ id: name, value }]);
    }
    const names = ORGANISATION_FACTS.filter((name) => facts[name] !== undefined).map(
      (name) => ORGANISATION_FACT_LABELS[name],
    );
    return { label: `Set ${names.join(', ')}`, settledValue: () => readOrganisation(write.read) };
  });
}
