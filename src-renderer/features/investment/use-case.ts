import { useMemo, useRef } from 'react';
import { type Pair, pairName, pairsOf, parsePair } from '#domain/investment/comparison-flows';
import type { InvestmentInputs } from '#domain/investment/inputs';
import { type Comparison, type Projection, projectInvestment } from '#domain/investment/project';
import { validateInputs } from '#domain/investment/validate-inputs';
import { withWhatIfs } from './what-if';

/** A scenario worked out: all that the charts and figures show. */
export interface Case {
  /** With the what-if questions that are on. */
  readonly inputs: InvestmentInputs;
  readonly pair: Pair;
  readonly compare: string;
  readonly projection: Projection;
  readonly comparison: Comparison;
  readonly years: number;
}

function caseOf(inputs: InvestmentInputs, compare: string): Case | null {
  if (validateInputs(inputs).length > 0) return null;
  const pairs = pairsOf(inputs);
  const named = parsePair(compare);
  const pair = pairs.find(({ a, b }) => a === named?.a && b === named.b) ?? pairs[0];
  if (!pair) return null;
  const projection = projectInvestment(inputs);
  const comparison = projection.comparisons[pairName(pair)];
  if (!comparison) return null;
  return { inputs, pair, compare: pairName(pair), projection, comparison, years: inputs.newModels.length };
}

/** The case of these inputs; while they are not valid, the last one that was. `null`: there has been none. */
export function useCase(inputs: InvestmentInputs, compare: string, whatIfs: ReadonlySet<string>): Case | null {
  const last = useRef<Case | null>(null);
  const now = useMemo(() => caseOf(withWhatIfs(inputs, whatIfs), compare), [inputs, compare, whatIfs]);
  if (now !== null) last.current = now;
  return now ?? last.current;
}
