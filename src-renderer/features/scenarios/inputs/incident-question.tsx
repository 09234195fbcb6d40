import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { IncidentAnswerId } from '#domain/scenarios/plan/noted-incidents';
import { formatMajor, formatRoundMoney } from '../../../lib/format';
import { pairWords } from '../page/level-words';
import type { Scenario } from '../page/scenario-types';
import type { ScenarioDraft } from '../page/use-scenario-draft';
import { type IncidentAnswer, incidentAnswers } from './incident-answers';
import type { InputEditing } from './input-editing';
import styles from './inputs.module.css';

interface IncidentQuestionProps {
  readonly scenario: Scenario;
  readonly draft: ScenarioDraft;
  readonly editing: InputEditing;
}

const NOT_COUNTED = 'Amounts noted with incidents do not count.';

/** What is asked before a headline is believed; every answer with its figures until there is one. */
export function IncidentQuestion({ scenario, draft, editing }: IncidentQuestionProps): ReactNode {
  const { compare, currency, result } = scenario;
  const { measured } = editing;
  const answers = useMemo(() => incidentAnswers(draft.inputs, measured, compare), [draft.inputs, measured, compare]);
  const noted = measured.find(({ key }) => key === 'incidentOtherCost');
  if (answers.length === 0 || !noted) return null;
  const give = (id: IncidentAnswerId): void => {
    if (id === 'notCounted') void draft.patch({ inputs: { ...draft.inputs, incidentOtherCost: 0 }, note: NOT_COUNTED });
    else editing.take('incidentOtherCost', id === 'holdHours');
  };
  const figures = ({ cost, npvs }: IncidentAnswer): string => {
    const worth = npvs.map(({ pair, npv }) => `${pairWords(pair)} ${formatRoundMoney(npv, currency, result.digits)}`);
    return `${formatMajor(cost, currency)} an incident; ${worth.join(', ')}`;
  };
  return (
    <section className={styles.offer} aria-labelledby="incident-question">
      <p id="incident-question">
        <strong>Do the amounts noted with incidents count, and do they already hold the people’s hours?</strong>{' '}
        {noted.numbers}. The figures of this page leave them out.
      </p>
      <ul className={styles.answers}>
        {answers.map((answer) => (
          <li key={answer.id}>
            <Button size="compact-xs" variant="default" onClick={() => give(answer.id)}>
              {answer.label}
            </Button>{' '}
            {figures(answer)}
          </li>
        ))}
      </ul>
    </section>
  );
}
