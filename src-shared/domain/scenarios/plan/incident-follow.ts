import type { InvestmentInputs } from './inputs';
import type { KnownInput } from './known-inputs';

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

/**
 * The cost of an incident is hours × what a person-hour costs now, as long as it was measured by its hours: where the hour
 * has another price than before, the cost follows. One that was changed besides is left as it is.
 */
export function followIncidentHours(
  before: InvestmentInputs,
  after: InvestmentInputs,
  hours: number | null,
): InvestmentInputs {
  if (hours === null || after.incidentCost !== before.incidentCost || personHour(after) === personHour(before)) {
    return after;
  }
  return { ...after, incidentCost: hours * personHour(after) };
}
