import { useMemo, useRef } from 'react';
import { type Pair, pairName, pairsOf, parsePair } from '#domain/scenarios/plan/comparison-flows';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { type FlowFigures, type FlowProjection, projectFlows } from '#domain/scenarios/plan/project';
import { validateInputs } from '#domain/scenarios/plan/validate-inputs';
import { withWhatIfs } from './what-if';

/** A scenario worked out: all that the charts and figures show. */
export interface Case {
  /** With the what-if questions that are on. */
  readonly inputs: InvestmentInputs;
  /** The scenario's own, without any question. */
  readonly asIs: InvestmentInputs;
  readonly pair: Pair;
  readonly compare: string;
  readonly projection: FlowProjection;
  readonly comparison: FlowFigures;
  readonly years: number;
}

function caseOf(asIs: InvestmentInputs, compare: string, whatIfs: ReadonlySet<string>): Case | null {
  const inputs = withWhatIfs(asIs, whatIfs);
  if (validateInputs(inputs).length > 0) return null;
  const pairs = pairsOf(inputs);
  const named = parsePair(compare);
  const pair = pairs.find(({ a, b }) => a === named?.a && b === named.b) ?? pairs[0];
  if (!pair) return null;
  const projection = projectFlows(inputs);
  const comparison = projection.comparisons[pairName(pair)];
  if (!comparison) return null;
  return { inputs, asIs, pair, compare: pairName(pair), projection, comparison, years: inputs.newModels.length };
}

/** The case of these inputs; while they are not valid, the last one that was. `null`: there has been none. */
export function useCase(inputs: InvestmentInputs, compare: string, whatIfs: ReadonlySet<string>): Case | null {
  const last = useRef<Case | null>(null);
  const now = useMemo(() => caseOf(inputs, compare, whatIfs), [inputs, compare, whatIfs]);
  if (now !== null) last.current = now;
  return now ?? last.current;
}
