import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import './decision-line.css';

interface DecisionLineProps {
  readonly scenarioId: string;
  readonly headline: string;
  readonly sentence: string;
}

/** What rule and money say of all levels, in the same words wherever a level is spoken of; opens to the options. */
export function DecisionLine({ scenarioId, headline, sentence }: DecisionLineProps): ReactNode {
  return (
    <p className="mf-decision">
      <Link to="/investment/$scenarioId/options" params={{ scenarioId }}>
        {headline}.
      </Link>{' '}
      {sentence}
    </p>
  );
}
