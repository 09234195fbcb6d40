import { formulaAt, isDerived, notDeriving, withDerived } from './derived-inputs';
import type { InvestmentInputs } from './inputs';
import type { KnownInput } from './known-inputs';
import { numberAt } from './scenario-inputs';

/** What a person-hour costs, in major units. */
export const personHour = ({ loadedAnnual, hoursPerYear }: InvestmentInputs): number => loadedAnnual / hoursPerYear;

/** Person-hours of an incident where its cost was measured by them; `null`: the cost is a number of its own. */
export function incidentHoursOf(
  items: readonly (Pick<KnownInput, 'path'> & {
    readonly origin:
      | { readonly kind: 'measured'; readonly measure: string; readonly measured: number }
      | { readonly kind: 'assumption' | 'entered' };
  })[],
): number | null {
  const origin = items.find(({ path }) => path === 'incidentCost')?.origin;
  return origin?.kind === 'measured' && origin.measure === 'incidentHours' ? origin.measured : null;
}

/** A page works the formula out itself, and an amount may be given to the cent. */
const isFormula = (path: string, value: number, formula: number): boolean =>
  Math.abs(value - formula) <= (path === 'incidentCost' ? 0.01 : 1e-9);

/**
 * The inputs after a change, with derived ones following their parents. One that was given another number than before, which
 * is not its formula's either, is a number of its own from now on. Where no parent moved, the number is left to the last digit.
 */
export function followParents(before: InvestmentInputs, after: InvestmentInputs): InvestmentInputs {
  const own = (after.derived ?? []).filter((path) => {
    const [value, formula] = [numberAt(after, path), formulaAt(after, path)];
    if (value === null || formula === null || value === numberAt(before, path)) return false;
    return !isFormula(path, value, formula);
  });
  const left = own.reduce<InvestmentInputs>(notDeriving, after);
  const moved = (left.derived ?? []).some(
    (path) => !isDerived(before, path) || formulaAt(left, path) !== formulaAt(before, path),
  );
  return moved ? withDerived(left) : left;
}

/**
 * `followParents`, and for plans of before, which know the hours only from where the cost was measured: the cost of an
 * incident is hours × what a person-hour costs now. Where the hour has another price than before, the cost follows; one that
 * was changed besides is left as it is.
 */
export function followIncidentHours(
  before: InvestmentInputs,
  after: InvestmentInputs,
  hours: number | null,
): InvestmentInputs {
  const followed = followParents(before, after);
  if (after.incidentHours !== undefined || hours === null) return followed;
  if (followed.incidentCost !== before.incidentCost || personHour(followed) === personHour(before)) return followed;
  return { ...followed, incidentCost: hours * personHour(followed) };
}
