import { sayFactor } from '#domain/scenarios/explain/say-figure';
import { isDerived } from '#domain/scenarios/plan/derived-inputs';
import { followIncidentHours, personHour } from '#domain/scenarios/plan/incident-follow';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { changedPaths, numberAt } from '#domain/scenarios/plan/scenario-inputs';
import { validateInputs } from '#domain/scenarios/plan/validate-inputs';
import { DomainError } from '../../failure/domain-error';
import type { WriteHandle } from '../../store/journal/handle';
import { inputsOf, storedInputs, storedValue } from '../../store/scenarios/inputs';
import { listValues } from '../../store/scenarios/scenarios';
import type { ScenarioRow, ScenarioValueRow } from '../../store/scenarios/tables';
import type { CommandContext } from '../context';
import type { MeasuredOrigin, Origin } from './assumption-origin';
import { derivedCostOrigin, derivedIncidentsOrigin } from './derived-origins';

export function refuseInvalid(inputs: InvestmentInputs): void {
  const problems = validateInputs(inputs);
  if (problems.length > 0) throw new DomainError('invalid_input', problems.join(' '));
}

/** What is known of a changed input. */
export type Named = (path: string, value: number | null) => Origin;

/** Where the cost of an incident or its hours come from, while these are measured. */
function measuredBy(values: readonly ScenarioValueRow[], at: 'incidentCost' | 'incidentHours'): MeasuredOrigin | null {
  const newest = values.find(({ path }) => path === at);
  const origin = newest ? (JSON.parse(newest.origin) as Origin) : null; // written by schema
  return origin?.kind === 'measured' && origin.measure === 'incidentHours' ? origin : null;
}

/** Whether the cost is that of its hours at another price than before; a page may have worked it out itself, to the cent. */
function isFollowed(before: InvestmentInputs, after: InvestmentInputs, hours: number): boolean {
  const moved = personHour(after) !== personHour(before) && after.incidentCost !== before.incidentCost;
  return moved && Math.abs(after.incidentCost - hours * personHour(after)) < 0.01;
}

function followedOrigin(origin: MeasuredOrigin, after: InvestmentInputs): Origin {
  const [hours, hour] = [origin.measured, personHour(after)];
  const numbers = `${sayFactor(hours)} hours × ${sayFactor(hour)} a person-hour now = ${sayFactor(hours * hour)}`;
  return { ...origin, numbers };
}

/**
 * Writes the inputs with a new entry in the trail of every number that differs, and of those in `also`, which may only
 * come from elsewhere now; answers the paths of these.
 */
export async function writeInputs(
  write: WriteHandle,
  context: CommandContext,
  row: ScenarioRow,
  given: InvestmentInputs,
  named: Named,
  { also = [] }: { readonly also?: readonly string[] } = {},
): Promise<readonly string[]> {
  const before = inputsOf(row);
  const values = await listValues(write.read, row.id);
  const cost = measuredBy(values, 'incidentCost');
  const followed = followIncidentHours(before, given, cost?.measured ?? null);
  refuseInvalid(followed);
  const inputs = storedInputs(followed, row.currency);
  const after = inputsOf({ ...row, inputs });
  const changed = [...new Set([...changedPaths(before, after), ...also])];
  const follows = cost !== null && !isDerived(after, 'incidentCost') && isFollowed(before, after, cost.measured);
  const originOf: Named = (path, value) => {
    if (path === 'incidentCost' && follows) return followedOrigin(cost, after);
    if (!isDerived(followed, path)) return named(path, value);
    if (path !== 'incidentCost') return derivedIncidentsOrigin(followed, path, row.currency);
    const hours = changed.includes('incidentHours')
      ? named('incidentHours', numberAt(after, 'incidentHours'))
      : measuredBy(values, 'incidentHours');
    return derivedCostOrigin(followed, hours);
  };
  const last = new Map<string, number>();
  for (const { path, ord } of values) last.set(path, Math.max(ord, last.get(path) ?? -1));
  await write.update('scenarios', [row.id], { inputs, updated_at: context.now });
  const rows = changed.map((path) => {
    const value = numberAt(after, path);
    return {
      id: context.newId(),
      scenario_id: row.id,
      path,
      ord: (last.get(path) ?? -1) + 1,
      value: storedValue(path, value, row.currency),
      at: context.now,
      by: context.actor,
      origin: JSON.stringify(originOf(path, value)),
    };
  });
  await write.insert('scenario_values', rows);
  return changed;
}
