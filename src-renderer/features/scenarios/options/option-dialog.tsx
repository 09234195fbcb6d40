import { type ReactNode, useMemo } from 'react';
import { explainOptions } from '#domain/scenarios/explain/explain-option';
import { baselineOf } from '#domain/scenarios/options/option-figures';
import { peopleAnswered } from '#domain/scenarios/options/people-answered';
import { houseYears } from '#domain/scenarios/options/plan-axis';
import type { Scenario } from '../page/scenario-types';
import { FigureDialog } from './figure-dialog';
import type { OptionColumn } from './option-columns';
import type { OpenedOption } from './option-opened';
import type { OptionRow } from './option-rows';
import type { Answer, Question } from './options-types';

interface OptionDialogProps {
  readonly what: OpenedOption;
  readonly scenario: Scenario;
  /** What was asked, and what was answered to it. */
  readonly question: Question;
  readonly answer: Answer;
  readonly columns: readonly OptionColumn[];
  readonly rows: readonly OptionRow[];
  readonly open: (what: OpenedOption | null) => void;
}

/** Where a figure of an option comes from. */
export function OptionDialog({ what, scenario, question, answer, columns, rows, open }: OptionDialogProps): ReactNode {
  const { inputs, items } = scenario;
  const all = useMemo(
    () =>
      explainOptions(
        { ...question, thresholds: answer.rule?.thresholds },
        answer,
        peopleAnswered(baselineOf(inputs), items),
      ),
    [question, answer, inputs, items],
  );
  return (
    <FigureDialog
      what={what}
      scenario={scenario}
      explained={all.find(({ id }) => id === what.id) ?? null}
      name={columns.find(({ id }) => id === what.id)?.name ?? ''}
      label={(what.kind === 'figure' && rows.find((row) => row.opens === what.key)?.label) || ''}
      house={houseYears(question)}
      open={open}
    />
  );
}
