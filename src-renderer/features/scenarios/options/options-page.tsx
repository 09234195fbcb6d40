import { Button, Select, TextInput } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { type OptionsView, optionsAsked } from '#domain/scenarios/options/options-question';
import { useChannel } from '../../../client/use-query';
import { Chart } from '../../../components/chart/chart';
import { PageHeader } from '../../../components/ui/page-header';
import { Panel } from '../../../components/ui/panel';
import { ErrorState, Loading } from '../../../components/ui/states';
import { formatFormula } from '../../../lib/format';
import type { OptionsSearch } from '../../../lib/options-search';
import { CautionsList } from '../page/cautions-list';
import type { Scenario } from '../page/scenario-types';
import { PeoplePanel } from '../people/people-panel';
import { GatePanel } from './gate-panel';
import { optionColumns } from './option-columns';
import { optionRows } from './option-rows';
import styles from './options.module.css';
import { optionsChart } from './options-chart';
import { OptionsTable } from './options-table';
import type { Answer, Question } from './options-types';
import { useOptionsView } from './options-view';
import { TurnsPanel } from './turns-panel';
import { VariationsPanel } from './variations-panel';

const YEARS = Array.from({ length: 10 }, (_, at) => String(at + 1));
const GATES = ['0', '12', '24', '36', '48', '60'];
const DEFAULT_GATE = '24';

function Controls({
  years,
  view,
  set,
}: {
  readonly years: number;
  readonly view: OptionsView;
  readonly set: (change: OptionsSearch) => void;
}): ReactNode {
  return (
    <div className={styles.controls}>
      <Select
        className={styles.control}
        size="xs"
        label="Judged over"
        data={YEARS.map((value) => ({ value, label: `${value} ${value === '1' ? 'year' : 'years'}` }))}
        value={String(view.years ?? years)}
        allowDeselect={false}
        onChange={(value) => value !== null && set({ years: Number(value) })}
      />
      <Select
        className={styles.control}
        size="xs"
        label="Beyond the plan"
        data={[
          { value: 'hold', label: 'no more models' },
          { value: 'continue', label: 'grows on' },
        ]}
        value={view.growth ?? 'hold'}
        allowDeselect={false}
        onChange={(value) => set({ growth: value === 'continue' ? 'continue' : undefined } as OptionsSearch)}
      />
      <Select
        className={styles.control}
        size="xs"
        label="Level 2, then 3"
        data={GATES.map((value) => ({
          value,
          label: value === '0' ? 'not staged' : `gate after ${Number(value) / 12} y`,
        }))}
        value={String(view.gate ?? DEFAULT_GATE)}
        allowDeselect={false}
        onChange={(value) => value !== null && set({ gate: Number(value) })}
      />
      <TextInput
        className={styles.control}
        size="xs"
        type="month"
        label="Begins in"
        value={view.startDate ?? ''}
        onChange={(event) => set({ start: event.currentTarget.value })}
      />
    </div>
  );
}

function Answered({
  scenario,
  answer,
  view,
  busy,
}: {
  readonly scenario: Scenario;
  readonly answer: Answer;
  readonly view: OptionsView;
  readonly busy: boolean;
}): ReactNode {
  const { currency, inputs } = scenario;
  const columns = useMemo(() => optionColumns(answer), [answer]);
  const peopleKnown = scenario.items.some(
    ({ path, origin }) => path === 'levels.L1.operateFte' && origin.kind !== 'assumption',
  );
  const rows = optionRows({ answer, columns, currency, discountRate: inputs.discountRate, peopleKnown });
  const cheapest = columns.find(({ id }) => id === answer.cheapest) ?? null;
  const { startDate } = view;
  const costs = useMemo(
    () => optionsChart({ columns, currency, against: null, startDate }),
    [columns, currency, startDate],
  );
  const differences = useMemo(
    () => optionsChart({ columns, currency, against: cheapest, startDate }),
    [columns, currency, cheapest, startDate],
  );
  return (
    <div className={busy ? styles.busy : undefined} aria-busy={busy}>
      <Panel
        title="Side by side"
        hint={`Scenario “${scenario.name}”, amounts in ${currency}, nominal; least cost is not most worth`}
      >
        <OptionsTable columns={columns} rows={rows} />
      </Panel>
      <div className={styles.wide}>
        <PeoplePanel scenario={scenario} />
      </div>
      <div className={styles.parts}>
        <div className={styles.column}>
          <Panel title="Cost from now" hint="Investment included, undiscounted, at the end of each year">
            <Chart title="Cost from now" content={costs} height={240} />
          </Panel>
          {cheapest ? (
            <Panel
              title={`More or less than ${cheapest.name.toLowerCase()}`}
              hint="The same, as the difference: above 0 it has cost more so far"
            >
              <Chart title={`More or less than ${cheapest.name.toLowerCase()}`} content={differences} height={180} />
            </Panel>
          ) : null}
          <VariationsPanel scenario={scenario} view={view} />
        </div>
        <div className={styles.column}>
          <TurnsPanel answer={answer} currency={currency} />
          {columns.map((column) => (
            <GatePanel key={column.id} column={column} currency={currency} />
          ))}
        </div>
      </div>
    </div>
  );
}

/** The options of one plan side by side, and where the answer turns. */
function Options({ scenario }: { readonly scenario: Scenario }): ReactNode {
  const navigate = useNavigate();
  const { view, set } = useOptionsView();
  const question = useMemo(() => optionsAsked(scenario, view) as Question, [scenario, view]);
  const { data, error, refetch, isPlaceholderData } = useChannel('investment.options', question);
  const back = {
    label: 'The plan',
    run: () => void navigate({ to: '/investment/$scenarioId', params: { scenarioId: scenario.id } }),
  };
  if (error !== null && data === undefined)
    return <ErrorState error={error} retry={() => void refetch()} action={back} />;
  const controls = <Controls years={scenario.inputs.newModels.length} view={view} set={set} />;
  if (data === undefined) {
    return (
      <>
        <PageHeader headline={`The options of “${scenario.name}”`} actions={controls} />
        <Loading rows={12} label="Working out the options" />
      </>
    );
  }
  const { words } = data;
  const { withheld } = scenario.result;
  const said = [words.rule, words.money, words.runs, words.turns].filter((part) => part !== '').join(' ');
  return (
    <>
      <PageHeader
        headline={formatFormula(withheld ?? words.headline)}
        subline={withheld === null ? said : `As assumed: ${words.headline}. ${said}`}
        actions={
          <Button variant="default" onClick={back.run}>
            The plan
          </Button>
        }
      />
      {controls}
      <CautionsList cautions={scenario.result.cautions} />
      <Answered scenario={scenario} answer={data} view={view} busy={isPlaceholderData} />
    </>
  );
}

export function OptionsPage(): ReactNode {
  const { scenarioId = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const { data, error, refetch } = useChannel('scenarios.get', { id: scenarioId }, { keepPrevious: false });
  if (error !== null && data === undefined) {
    return (
      <ErrorState
        error={error}
        retry={() => void refetch()}
        action={{ label: 'All scenarios', run: () => void navigate({ to: '/investment' }) }}
      />
    );
  }
  if (data === undefined) return <Loading rows={14} label="Reading the scenario" />;
  return <Options key={data.id} scenario={data} />;
}
