import type { ReactNode } from 'react';
import { MOST_OF_ESTIMATE, RISK_TRIANGLES, type RiskTriangle } from '#domain/scenarios/options/tei-view';
import { formatNumber, formatPercent } from '../../../lib/format';
import type { OptionsSearch } from '../../../lib/options-search';
import { AskNumber } from '../options/ask-number';
import { riskOf, triangleWord } from '../options/asked';
import type { SearchChange } from '../options/options-view';
import styles from './risk-fields.module.css';

const ENDS = ['least', 'likely', 'most'] as const;

const percent = (share: number | undefined): string => formatPercent(share ?? 0);

/** What is wrong with an end of a triangle: the least stands first and the most last. */
export function endProblem(triangle: RiskTriangle, at: number, value: number): string {
  const [below, above] = [triangle[at - 1], triangle[at + 1]];
  if (below !== undefined && value < below)
    return `${percent(value)} is below the ${ENDS[at - 1]}, ${percent(below)}: write the ${ENDS[at - 1]} first.`;
  if (above !== undefined && value > above)
    return `${percent(value)} is above the ${ENDS[at + 1]}, ${percent(above)}: write the ${ENDS[at + 1]} first.`;
  return '';
}

/** A triangle with one end moved; an end that was emptied is the one that is offered, as far as it fits. */
export function withEnd(
  triangle: RiskTriangle,
  at: number,
  value: number | undefined,
  offered: RiskTriangle,
): RiskTriangle {
  const end =
    value ?? Math.max(triangle[at - 1] ?? 0, Math.min(offered[at] ?? 1, triangle[at + 1] ?? MOST_OF_ESTIMATE));
  const [low, mode, high] = triangle.map((share, place) => (place === at ? end : share));
  return [low ?? 0, mode ?? 0, high ?? 0];
}

interface RiskFieldsProps {
  readonly search: OptionsSearch;
  readonly set: (change: SearchChange) => void;
}

/** How benefits and costs are adjusted: a triangle each, as shares of the estimate; part of the address, kept only when asked. */
export function RiskFields({ search, set }: RiskFieldsProps): ReactNode {
  const risk = riskOf(search) ?? RISK_TRIANGLES;
  return (['benefit', 'cost'] as const).map((side) => {
    const [triangle, offered] = [risk[side], RISK_TRIANGLES[side]];
    const name = side === 'benefit' ? 'Benefits' : 'Costs';
    return (
      <div key={side} className={styles.triangle}>
        {ENDS.map((end, at) => (
          <AskNumber
            key={end}
            label={`${name}, ${end}, %`}
            hint={`${formatNumber(100 * (offered[at] ?? 0))} is offered`}
            value={triangle[at]}
            min={0}
            max={MOST_OF_ESTIMATE}
            factor={100}
            check={(value) => endProblem(triangle, at, value)}
            onCommit={(value) => set({ [side]: triangleWord(withEnd(triangle, at, value, offered), offered) })}
          />
        ))}
      </div>
    );
  });
}
