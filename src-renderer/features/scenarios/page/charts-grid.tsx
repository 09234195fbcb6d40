import { memo, type ReactNode, useMemo } from 'react';
import { sayTwoYears } from '#domain/scenarios/options/plan-axis';
import type { CostLine } from '#domain/scenarios/plan/inputs';
import { deploymentCosts } from '#domain/scenarios/plan/marginal-cost';
import { sustainedModels, teamOfToday } from '#domain/scenarios/plan/sustain';
import { Chart } from '../../../components/chart/chart';
import { type ChartContent, nothingToShow } from '../../../components/chart/chart-types';
import { Panel } from '../../../components/ui/panel';
import { formatFigure, formatNumber } from '../../../lib/format';
import { cashFlowChart } from '../charts/cash-flow-chart';
import { cumulativeChart } from '../charts/cumulative-chart';
import { fanChart } from '../charts/fan-chart';
import { nextDeploymentChart } from '../charts/next-deployment-chart';
import { sustainChart } from '../charts/sustain-chart';
import { tornadoChart } from '../charts/tornado-chart';
import { yearlyCostChart } from '../charts/yearly-cost-chart';
import { CostLinesPanel } from '../costs/cost-lines-panel';
import type { Explained } from '../explain/explained';
import { NumberEdit } from '../inputs/number-edit';
import { type UncertaintyStore, useUncertain } from '../uncertainty/use-uncertainty';
import { beliefsOf, tornadoRows } from './beliefs';
import { BeliefsPanel } from './beliefs-panel';
import { pairWords } from './level-words';
import styles from './scenario.module.css';
import type { Scenario } from './scenario-types';
import { SoonerPanel } from './sooner-panel';
import type { Case } from './use-case';
import type { ScenarioDraft } from './use-scenario-draft';
import { useScenarioView } from './use-scenario-view';
import { WhileSeen } from './while-seen';
import { YearsTable } from './years-table';

/** More deployments than this flatten the curve out of sight. */
const MOST_DEPLOYMENTS = 60;

const NO_LINES: readonly CostLine[] = [];

interface ChartsGridProps {
  readonly scenario: Scenario;
  readonly draft: ScenarioDraft;
  readonly shown: Case;
  /** The same, once it has been painted. */
  readonly later: Case;
  readonly uncertainty: UncertaintyStore;
  readonly open: (what: Explained) => void;
}

/** What comes out; the parts that are out of sight follow when the hand rests. */
export function ChartsGrid({ scenario, draft, shown, later, uncertainty, open }: ChartsGridProps): ReactNode {
  const { currency } = scenario;
  const { change, settle, patch } = draft;
  const edits = useMemo(() => ({ change, settle, patch }), [change, settle, patch]);
  return (
    <div className={styles.charts}>
      <WhileSeen value={shown}>{(seen) => <Cumulative shown={seen} currency={currency} />}</WhileSeen>
      <WhileSeen value={shown}>{(seen) => <Saved shown={seen} currency={currency} />}</WhileSeen>
      <WhileSeen value={shown} className={styles.wide}>
        {(seen) => <YearlyCost shown={seen} currency={currency} open={open} />}
      </WhileSeen>
      <WhileSeen value={shown}>{(seen) => <NextDeployment shown={seen} currency={currency} />}</WhileSeen>
      <WhileSeen value={shown}>{(seen) => <SameTeam shown={seen} />}</WhileSeen>
      <Doubt shown={later} currency={currency} digits={scenario.result.digits} uncertainty={uncertainty} />
      <WhileSeen value={shown} className={styles.wide}>
        {(seen) => <SoonerPanel scenario={scenario} edits={edits} shown={seen} />}
      </WhileSeen>
      <div className={styles.wide}>
        <CostLinesPanel scenario={scenario} costLines={draft.inputs.costLines ?? NO_LINES} edits={edits} />
      </div>
    </div>
  );
}

interface PartProps {
  readonly shown: Case;
  readonly currency: string;
}

const Cumulative = memo(function Cumulative({ shown, currency }: PartProps): ReactNode {
  return (
    <ChartPanel
      title="Cumulative cost"
      hint="All that has been paid since now, investment included; where the lines cross for good it breaks even"
      content={useMemo(() => cumulativeChart(shown.onAxis(), shown.breaksEven(), currency), [shown, currency])}
    />
  );
});

const Saved = memo(function Saved({ shown, currency }: PartProps): ReactNode {
  const { pair } = shown;
  return (
    <ChartPanel
      title="What is saved, year by year"
      hint={`Bars: ${pairWords(pair)}, undiscounted; the line adds them up`}
      content={useMemo(
        () => cashFlowChart(shown.onAxis(), shown.breaksEven(), shown.pair, currency),
        [shown, currency],
      )}
    />
  );
});

const YearlyCost = memo(function YearlyCost({
  shown,
  currency,
  open,
}: PartProps & Pick<ChartsGridProps, 'open'>): ReactNode {
  const years = sayTwoYears(shown.house);
  return (
    <ChartPanel
      title="Yearly cost"
      hint="What is paid in each year, by part, whether the work is done the old way or the new one"
      content={useMemo(() => yearlyCostChart(shown.onAxis(), currency), [shown, currency])}
      height={280}
    >
      {years === '' ? null : <p className={styles.yearsNote}>{years}</p>}
      <YearsTable shown={shown} currency={currency} open={open} />
    </ChartPanel>
  );
});

const NextDeployment = memo(function NextDeployment({ shown, currency }: PartProps): ReactNode {
  const { inputs } = shown;
  const planned = Math.ceil(inputs.newModels.reduce((sum, count) => sum + count, 0));
  const content = useMemo(
    () => nextDeploymentChart(deploymentCosts(inputs, Math.min(MOST_DEPLOYMENTS, planned)), currency),
    [inputs, planned, currency],
  );
  return (
    <ChartPanel
      title="Cost of the next deployment"
      hint="What one more model costs to bring into production: by hand it never falls, on a platform each one teaches the next"
      content={content}
    />
  );
});

const peopleWords = (team: number): string =>
  team === 1 ? '1 person keeps alive' : `${formatFigure(team)} people keep alive`;

const SameTeam = memo(function SameTeam({ shown }: { readonly shown: Case }): ReactNode {
  const { inputs, projection, house } = shown;
  const view = useScenarioView();
  const team = view.team ?? Math.round(teamOfToday(inputs) * 10) / 10;
  const content = useMemo(() => {
    const living = projection.portfolio.map((year) => year.living);
    return sustainChart(sustainedModels(inputs, team), living, team, house);
  }, [inputs, projection, team, house]);
  return (
    <ChartPanel
      title="What the same team sustains"
      hint={`Models that ${peopleWords(team)} at each level while it is built, beside the models of the plan`}
      content={content}
      height={220}
    >
      <NumberEdit
        className={styles.team}
        label="People in the team"
        unit="people"
        value={team}
        min={0}
        max={100_000}
        onCommit={(people) => view.look({ team: people })}
      />
    </ChartPanel>
  );
});

interface DoubtProps extends PartProps {
  /** Figures that a limit carries. */
  readonly digits: number;
  readonly uncertainty: UncertaintyStore;
}

const Doubt = memo(function Doubt({ shown, currency, digits, uncertainty }: DoubtProps): ReactNode {
  const { pair, inputs, house } = shown;
  const { result, sensitivity, problem, stale } = useUncertain(uncertainty);
  const waiting = problem === '' ? 'The simulation is being worked out.' : problem;
  const fan = useMemo(
    () => (result === null ? nothingToShow(waiting) : fanChart(result, pair, currency, house)),
    [result, pair, currency, house, waiting],
  );
  const tornado = useMemo(
    () =>
      sensitivity === null
        ? nothingToShow(waiting)
        : tornadoChart(sensitivity.base, tornadoRows(sensitivity, currency), currency),
    [sensitivity, currency, waiting],
  );
  const beliefs = useMemo(
    () => (sensitivity === null ? [] : beliefsOf(sensitivity, inputs, currency, digits)),
    [sensitivity, inputs, currency, digits],
  );
  const runs = result === null ? '' : `${formatNumber(result.runs)} runs, seed ${result.seed}; `;
  return (
    <div className={styles.doubt} aria-busy={stale} data-stale={stale}>
      <ChartPanel
        title="How sure is the cost"
        hint={`${runs}eight of ten runs lie in the band. It leaves out that the model itself may be wrong`}
        content={fan}
        height={380}
      />
      <ChartPanel
        title="What moves the result most"
        hint="NPV at the low and the high end of one input, the others as they are; the ends are named"
        content={tornado}
        height={380}
      />
      <div className={styles.wide}>
        <BeliefsPanel beliefs={beliefs} holds={(sensitivity?.base ?? 0) >= 0} problem={waiting} />
      </div>
    </div>
  );
});

interface ChartPanelProps {
  readonly title: string;
  readonly hint: string;
  readonly content: ChartContent;
  readonly height?: number;
  readonly className?: string | undefined;
  /** Below the drawing. */
  readonly children?: ReactNode;
}

/** A chart with its title and the line that says how to read it. */
function ChartPanel({ title, hint, content, height = 264, className, children }: ChartPanelProps): ReactNode {
  return (
    <Panel title={title} hint={hint} {...(className ? { className } : {})}>
      <Chart title={title} content={content} height={height} />
      {children}
    </Panel>
  );
}
