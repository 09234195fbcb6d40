import { NO_FLOW } from './cash-flow';
import { realRoots } from './polynomial-roots';

/** Rates are looked for between these; the ends are out. */
export const IRR_RANGE = { above: -0.99, below: 10 } as const;

export interface InternalRate {
  /** `null`: there is no single rate, `irrNote` says why. */
  readonly irr: number | null;
  /** `ok`, or the reason: scripts read these words. */
  readonly irrNote: string;
  /** With several changes of sign: every rate at which the NPV is 0, in the range. `null`: not several. */
  readonly irrAll: readonly number[] | null;
  readonly signChanges: number;
  /** With one change of sign and no rate in the range: on which side of it the rate lies. */
  readonly irrBeyond: 'above' | 'below' | null;
}

export function signChanges(flows: readonly number[]): number {
  const signs = flows.filter((flow) => Math.abs(flow) >= NO_FLOW).map((flow) => flow > 0);
  return signs.filter((sign, at) => at > 0 && sign !== signs[at - 1]).length;
}

/** All rates in the range at which the NPV of flows at t = 0, 1, 2 … is 0, ascending. */
export function internalRates(flows: readonly number[]): number[] {
  const clean = flows.map((flow) => (Math.abs(flow) < NO_FLOW ? 0 : flow));
  // Leading years without a flow only move the clock; without them the polynomial's constant term is not 0.
  const start = clean.findIndex((flow) => flow !== 0);
  if (start < 0) return [];
  // NPV is a polynomial in x = 1/(1 + r).
  const roots = realRoots(clean.slice(start), 1 / (1 + IRR_RANGE.below), 1 / (1 + IRR_RANGE.above));
  return roots.map((x) => 1 / x - 1).reverse();
}

/** With one change of sign: for rates above the only root the NPV has the sign of the first flow. */
function beyond(flows: readonly number[]): 'above' | 'below' {
  const first = flows.find((flow) => Math.abs(flow) >= NO_FLOW) ?? 0;
  const atTop = flows.reduceRight((sum, flow) => sum / (1 + IRR_RANGE.below) + flow, 0);
  return first > 0 === atTop > 0 ? 'below' : 'above';
}

/**
 * The internal rate of return, only where it is unique: with one change of sign there is exactly one (Descartes); with
 * more no single rate is shown, even if only one lies in the range; maths.md C1.
 */
export function internalRate(flows: readonly number[]): InternalRate {
  const changes = signChanges(flows);
  const none = { irr: null, irrAll: null, signChanges: changes, irrBeyond: null };
  if (changes === 0) return { ...none, irrNote: 'no sign change' };
  const rates = internalRates(flows);
  if (changes > 1) {
    const irrNote = `multiple sign changes (${changes}); real IRRs in range: ${rates.length}`;
    return { ...none, irrNote, irrAll: rates };
  }
  const [irr] = rates;
  if (irr !== undefined) return { ...none, irr, irrNote: 'ok' };
  return { ...none, irrNote: 'no root in (-99%, 1000%)', irrBeyond: beyond(flows) };
}
