import type { Scenario } from '#contract/scenarios/scenarios';
import type { CostDefault } from '#domain/scenarios/defaults/cost-default';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { changedPaths, numberAt } from '#domain/scenarios/plan/scenario-inputs';
import { isUnconverted } from '#domain/scenarios/plan/scenario-origins';
import { validateInputs } from '#domain/scenarios/plan/validate-inputs';
import { DomainError } from '../../failure/domain-error';
import type { WriteHandle } from '../../store/journal/handle';
import { inputsOf, storedInputs, storedValue } from '../../store/scenarios/inputs';
import { listValues } from '../../store/scenarios/scenarios';
import type { ScenarioRow } from '../../store/scenarios/tables';
import type { CommandContext } from '../context';

export type Origin = Scenario['items'][number]['origin'];

export function assumptionOf(origin: CostDefault, currency: string, note = ''): Origin {
  const { grade, source, url = null, region, unit, low, mode, high } = origin;
  const converted = isUnconverted(currency, origin)
    ? `The source counts in ${unit}: its number was taken over, not converted to ${currency}.`
    : '';
  const notes = [origin.note ?? '', note, converted].filter((text) => text !== '');
  return { kind: 'assumption', grade, source, url, note: notes.join(' '), region, unit, low, mode, high };
}

export function refuseInvalid(inputs: InvestmentInputs): void {
  const problems = validateInputs(inputs);
  if (problems.length > 0) throw new DomainError('invalid_input', problems.join(' '));
}

/** What is known of a changed input. */
export type Named = (path: string, value: number | null) => Origin;

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
  refuseInvalid(given);
  const inputs = storedInputs(given, row.currency);
  const after = inputsOf({ ...row, inputs });
  const changed = [...new Set([...changedPaths(inputsOf(row), after), ...also])];
  const last = new Map<string, number>();
  for (const { path, ord } of await listValues(write.read, row.id)) last.set(path, Math.max(ord, last.get(path) ?? -1));
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
      origin: JSON.stringify(named(path, value)),
    };
  });
  await write.insert('scenario_values', rows);
  return changed;
}
