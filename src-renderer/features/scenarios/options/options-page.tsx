import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { baselineOf } from '#domain/scenarios/options/option-figures';
import { optionsAsked } from '#domain/scenarios/options/options-question';
import { peopleAnswered } from '#domain/scenarios/options/people-answered';
import { houseYears } from '#domain/scenarios/options/plan-axis';
import { useChannel } from '../../../client/use-query';
import { Chart } from '../../../components/chart/chart';
import { PageHeader } from '../../../components/ui/page-header';
import { Panel } from '../../../components/ui/panel';
import { ErrorState, Loading } from '../../../components/ui/states';
import type { OptionsSearch } from '../../../lib/options-search';
import { OffersPanel } from '../offers/offers-panel';
import { CautionsList } from '../page/cautions-list';
import type { Scenario } from '../page/scenario-types';
import { WithScenario } from '../page/with-scenario';
import { PeoplePanel } from '../people/people-panel';
import { viewOf } from './asked';
import { AskedPanels } from './asked-panels';
import { GatePanel } from './gate-panel';
import { KeepView } from './keep-view';
import { optionColumns } from './option-columns';
import { OptionDialog } from './option-dialog';
import type { OpenedOption } from './option-opened';
import { optionRows } from './option-rows';
import styles from './options.module.css';
import { optionsChart } from './options-chart';
import { OptionsControls } from './options-controls';
import { OptionsTable } from './options-table';
import type { Answer, Question } from './options-types';
import { type SearchChange, useOptionsView } from './options-view';
import { TurnsPanel } from './turns-panel';
import { useAsked } from './use-asked';
import { VariationsPanel } from './variations-panel';

const sayHouseYear = (month: number): string => (month === 1 ? 'calendar ' : 'fiscal ');

function Answered({
  scenario,
  question,
  answer,
  search,
  set,
  busy,
}: {
  readonly scenario: Scenario;
  readonly question: Question;
  readonly answer: Answer;
  readonly search: OptionsSearch;
  readonly set: (change: SearchChange) => void;
  readonly busy: boolean;
}): ReactNode {
  const { currency, inputs } = scenario;
  const columns = useMemo(() => optionColumns(answer), [answer]);
  const peopleKnown = peopleAnswered(baselineOf(inputs), scenario.items);
  const rows = optionRows({
    startDate: search.start,
    ...{ answer, columns, currency, discountRate: inputs.discountRate, peopleKnown },
    digits: scenario.result.digits,
  });
  const [opened, setOpened] = useState<OpenedOption | null>(null);
  const cheapest = columns.find(({ id }) => id === answer.cheapest) ?? null;
  const asked = useAsked(scenario, search);
  const { start, fiscal = 1 } = search;
  const shown = useMemo(
    () => ({ columns, house: houseYears({ startDate: start, fiscalYearStart: fiscal }) }),
    [columns, start, fiscal],
  );
  const costs = useMemo(() => optionsChart({ ...shown, currency, against: null }), [shown, currency]);
  const differences = useMemo(
    () => optionsChart({ ...shown, currency, against: shown.columns.find(({ id }) => id === cheapest?.id) ?? null }),
    [shown, currency, cheapest],
  );
  return (
    <div className={busy ? styles.busy : undefined} aria-busy={busy}>
      <Panel
        title="Side by side"
        hint={`Scenario “${scenario.name}”, amounts in ${currency}, nominal${answer.words.hiring === '' ? '' : ', hiring included'}; least cost is not most worth; each figure opens to its formula`}
      >
        <OptionsTable columns={columns} rows={rows} open={setOpened} />
      </Panel>
      {opened === null || busy ? null : (
        <OptionDialog what={opened} {...{ scenario, question, answer, columns, rows }} open={setOpened} />
      )}
      <div className={styles.wide}>
        <PeoplePanel scenario={scenario} />
        {asked !== undefined && asked.offers.length > 0 ? <OffersPanel scenario={scenario} asked={asked} /> : null}
      </div>
      <div className={styles.parts}>
        <div className={styles.column}>
          <Panel
            title="Cost from now"
            hint={`Investment included, undiscounted, at the end of each ${start === undefined ? '' : sayHouseYear(fiscal)}year`}
          >
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
          <VariationsPanel scenario={scenario} view={viewOf(search)} />
        </div>
        <div className={styles.column}>
          <TurnsPanel answer={answer} currency={currency} digits={scenario.result.digits} startDate={start ?? null} />
          {columns.map((column) => (
            <GatePanel key={column.id} column={column} currency={currency} digits={scenario.result.digits} />
          ))}
        </div>
      </div>
      {asked ? <AskedPanels scenario={scenario} asked={asked} search={search} set={set} /> : null}
    </div>
  );
}

/** The options of one plan side by side, and where the answer turns. */
function Options({ scenario }: { readonly scenario: Scenario }): ReactNode {
  const navigate = useNavigate();
  const { view, search, differs, set, reset } = useOptionsView(scenario.asked);
  const question = useMemo(() => optionsAsked(scenario, view) as Question, [scenario, view]);
  const { data, error, refetch, isPlaceholderData } = useChannel('investment.options', question);
  const back = {
    label: 'The plan',
    run: () => void navigate({ to: '/investment/$scenarioId', params: { scenarioId: scenario.id } }),
  };
  if (error !== null && data === undefined)
    return <ErrorState error={error} retry={() => void refetch()} action={back} />;
  const controls = <OptionsControls years={scenario.inputs.newModels.length} search={search} set={set} />;
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
  const said = [words.rule, words.money, words.hiring, words.runs, words.turns].filter((part) => part !== '').join(' ');
  return (
    <>
      <PageHeader
        headline={withheld ?? words.headline}
        subline={withheld === null ? said : `As assumed: ${words.headline}. ${said}`}
        actions={
          <Button variant="default" onClick={back.run}>
            The plan
          </Button>
        }
      />
      {controls}
      {differs ? <KeepView scenario={scenario} search={search} reset={reset} /> : null}
      <CautionsList cautions={scenario.result.cautions} />
      <Answered {...{ scenario, question, search, set }} answer={data} busy={isPlaceholderData} />
    </>
  );
}

export const OptionsPage = (): ReactNode => (
  <WithScenario>{(scenario) => <Options key={scenario.id} scenario={scenario} />}</WithScenario>
);
