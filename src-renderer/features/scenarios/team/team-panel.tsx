import { Button, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { Panel } from '../../../components/ui/panel';
import { formatNumber } from '../../../lib/format';
import type { OptionsSearch } from '../../../lib/options-search';
import { AskNumber } from '../options/ask-number';
import { canCountHiring } from '../options/asked';
import { axisHeads } from '../options/axis-heads';
import type { OptionColumn } from '../options/option-columns';
import styles from '../options/options.module.css';
import type { Axis } from '../options/options-types';
import type { SearchChange } from '../options/options-view';
import { YearGrid } from '../options/year-grid';
import { teamGroups } from './team-rows';

interface TeamPanelProps {
  readonly columns: readonly OptionColumn[];
  readonly axis: Axis;
  /** Figures that count in an amount that is quoted. */
  readonly digits: number;
  readonly currency: string;
  readonly search: OptionsSearch;
  /** What a model earns a year, as the scenario has it. */
  readonly modelValue: number | null;
  readonly set: (change: SearchChange) => void;
}

const NOBODY = {
  team: undefined,
  ceiling: undefined,
  hireCost: undefined,
  hireMonths: undefined,
  hireRamp: undefined,
  modelValue: undefined,
  hiring: undefined,
};

/** With the people there are: what each option leaves undone. It changes a cost only where hiring is counted. */
export function TeamPanel({ columns, axis, digits, currency, search, modelValue, set }: TeamPanelProps): ReactNode {
  const [today] = columns;
  const implied = today?.figures.peopleByYear[0] ?? 0;
  return (
    <Panel
      title="With the people we have"
      hint="What the same team can carry of each option. Models that run come first; the need arises at the start of a year and nobody leaves. What waits is in no cost above, and hiring only where you count it."
      actions={
        search.team === undefined ? null : (
          <Button size="xs" variant="default" onClick={() => set(NOBODY)}>
            Clear
          </Button>
        )
      }
    >
      <div className={styles.asks}>
        <AskNumber
          label="People today"
          hint={`for this work; the plan needs ${formatNumber(implied, 1)} in its first year`}
          value={search.team}
          min={0}
          max={1e6}
          onCommit={(team) => set({ team })}
        />
        {search.team === undefined ? null : (
          <>
            <AskNumber
              label="At most"
              hint="empty: nobody is hired"
              value={search.ceiling}
              min={0}
              max={1e6}
              onCommit={(ceiling) => set({ ceiling })}
            />
            <AskNumber
              label={`A hire costs, ${currency}`}
              value={search.hireCost}
              min={0}
              max={1e15}
              currency={currency}
              onCommit={(hireCost) => set({ hireCost })}
            />
            <AskNumber
              label="Months until they begin"
              value={search.hireMonths}
              min={0}
              max={120}
              onCommit={(hireMonths) => set({ hireMonths })}
            />
            <AskNumber
              label="Months to learn the work"
              hint="3 to 9 are common"
              value={search.hireRamp}
              min={0}
              max={120}
              onCommit={(hireRamp) => set({ hireRamp })}
            />
            <Switch
              size="xs"
              className={styles.ask ?? ''}
              label="Count hiring in the costs"
              description={
                canCountHiring(search)
                  ? 'in NPV, deepest point, years and budget'
                  : 'needs the most people and what a hire costs'
              }
              checked={search.hiring === true && canCountHiring(search)}
              disabled={!canCountHiring(search)}
              onChange={(event) => set({ hiring: event.currentTarget.checked ? true : undefined })}
            />
            <AskNumber
              label={`A model earns a year, ${currency}`}
              hint={modelValue === null ? 'empty: not counted' : 'empty: as the plan says'}
              value={search.modelValue}
              min={0}
              max={1e15}
              currency={currency}
              onCommit={(value) => set({ modelValue: value })}
            />
          </>
        )}
      </div>
      {search.team === undefined ? (
        <p className="mf-muted">Say how many people there are today for this work: it is asked, never assumed.</p>
      ) : (
        <YearGrid
          caption="What the team can carry of each option, year by year"
          corner="People and models"
          columns={axisHeads(axis, search.start)}
          groups={teamGroups(columns, currency, digits)}
        />
      )}
    </Panel>
  );
}
