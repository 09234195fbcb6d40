import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { carried } from '#domain/base/carried';
import { peakOfPair } from '#domain/scenarios/explain/explain-peak';
import { baselineOf } from '#domain/scenarios/options/option-figures';
import { peopleAnswered } from '#domain/scenarios/options/people-answered';
import { houseYears } from '#domain/scenarios/options/plan-axis';
import { pairsOf } from '#domain/scenarios/plan/comparison-flows';
import { incidentHoursOf } from '#domain/scenarios/plan/incident-follow';
import { horizonOf, type LevelKey, levelKeys } from '#domain/scenarios/plan/inputs';
import { breakEvens } from '#domain/scenarios/plan/project';
import { sayOtherLimit } from '#domain/scenarios/plan/say-limit';
import { numberAt } from '#domain/scenarios/plan/scenario-inputs';
import { readingsOf } from '#domain/scenarios/plan/scenario-result';
import { sayOutsideMiddle, sayRuns } from '#domain/scenarios/uncertainty/beside-case';
import { PageHeader } from '../../../components/ui/page-header';
import { useAfterPaint } from '../../../components/ui/use-after-paint';
import { formatNumber, formatRoundMoney } from '../../../lib/format';
import { ExplainDialog } from '../explain/explain-dialog';
import type { Explained } from '../explain/explained';
import { useInputEditing, widened } from '../inputs/input-editing';
import { inputName } from '../inputs/input-name';
import { shapeOf } from '../inputs/input-shape';
import { InputsPanel } from '../inputs/inputs-panel';
import { type Uncertainty, type UncertaintyStore, useUncertain, useUncertainty } from '../uncertainty/use-uncertainty';
import { CautionsList, type Sentence, useSaid } from './cautions-list';
import { ChartsGrid } from './charts-grid';
import { FiguresStrip } from './figures-strip';
import { againstWords, headlineOf, mostFragile, viewWords, whatIfHeadline } from './headline';
import { keyFigures } from './key-figures';
import { PlanDecision, usePlanDecision } from './plan-decision';
import styles from './scenario.module.css';
import { ScenarioHeader } from './scenario-header';
import type { Measured, Scenario } from './scenario-types';
import { type Case, useCase } from './use-case';
import { type ScenarioDraft, useScenarioDraft } from './use-scenario-draft';
import { type ScenarioView, useScenarioView } from './use-scenario-view';
import { ViewActions } from './view-actions';
import { WHAT_IFS } from './what-if';
import { npvWith, WhatIfBar } from './what-if-bar';

const NONE: ReadonlySet<string> = new Set();

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface WorkbenchProps {
  readonly scenario: Scenario;
}

/**
 * The ranges, moved along with the values on the screen; those of inputs that the case does not have are left out. Levels
 * that are not compared are drawn too: so the runs are those of every other comparison, of the deck and of the workbook.
 */
function questionOf(scenario: Scenario, shown: Case | null) {
  if (shown === null) return null;
  const { inputs, asIs, compare } = shown;
  const uncertain = scenario.uncertain.flatMap((range) => {
    const [own, mode] = [numberAt(asIs, range.path), numberAt(inputs, range.path)];
    // A number that was typed a moment ago is one that was entered alone, as it will be when it is kept.
    if (mode === null || (own !== range.mode && range.from !== 'given')) return [];
    return [mode === range.mode ? range : widened(range, mode)];
  });
  const has = (path: string): boolean => uncertain.some((one) => one.path === path);
  const correlations = scenario.correlations.filter(({ a, b }) => has(a) && has(b));
  return { inputs, compare, uncertain, correlations, runs: scenario.runs, seed: scenario.seed };
}

/** Whether the sensitivity that stands there is that of the case: its base is the case's own NPV. */
function isOf({ sensitivity }: Pick<Uncertainty, 'sensitivity'>, { comparison }: Case): boolean {
  if (sensitivity === null) return true;
  return Math.abs(sensitivity.base - comparison.npv) <= 1e-9 * Math.max(1, Math.abs(comparison.npv));
}

/** What the case hangs on first, for the line under the headline. */
function hangsOn(shown: Case, { sensitivity }: Uncertainty, currency: string, digits: number): string {
  if (sensitivity === null) return '';
  const found = mostFragile(sensitivity, (path) => numberAt(shown.inputs, path));
  const shape = found && shapeOf(found.path, currency);
  if (!found || !shape) return ' No single input alone can turn it.';
  const side = found.breakEven < found.value === sensitivity.base >= 0 ? 'at least' : 'at most';
  return ` It ${sensitivity.base >= 0 ? 'holds' : 'would turn'} while ${inputName(found.path)} is ${side} ${shape.say(carried(found.breakEven, found.value, digits))}; taken as ${shape.say(found.value)}.`;
}

/** `10,000 runs in 84 ms` */
function tookWords({ result, milliseconds }: Uncertainty): string {
  if (result === null || milliseconds === null) return '';
  return `${formatNumber(result.runs)} runs in ${formatNumber(milliseconds)} ms`;
}

export function Workbench({ scenario }: WorkbenchProps): ReactNode {
  const view = useScenarioView();
  const draft = useScenarioDraft(scenario);
  const years = view.years ?? horizonOf(draft.inputs);
  const house = useMemo(() => houseYears(scenario.asked), [scenario.asked]);
  const shown = useCase(draft.inputs, {
    ...{ compare: view.compare ?? scenario.compare, years, whatIfs: view.whatIfs, house },
    hours: incidentHoursOf(scenario.items),
  });
  // The charts and the inputs first; what is said about the case follows them.
  const followed = useAfterPaint(shown);
  const said = useSaid(scenario, followed);
  const question = useMemo(() => questionOf(scenario, followed), [scenario, followed]);
  const uncertainty = useUncertainty(question);
  const [explained, setExplained] = useState<Explained | null>(null);
  const decision = usePlanDecision(scenario);
  const openRows = useCallback((measured: Measured) => setExplained({ kind: 'rows', measured }), []);
  const editing = useInputEditing(scenario, draft, {
    ...{ years, openRows },
    // Without a question the numbers are those that are kept.
    asked: view.whatIfs.size === 0 ? null : (shown?.inputs ?? null),
  });
  const inputsPanel = (
    <div className={styles.inputs}>
      <InputsPanel scenario={scenario} draft={draft} editing={editing} years={years} view={view} />
    </div>
  );
  if (shown === null) {
    return (
      <>
        <PageHeader headline={`${scenario.name} cannot be worked out yet`} subline="Correct what goes in." />
        {inputsPanel}
      </>
    );
  }
  const later = followed ?? shown;
  // Where rule and money part over another level than the one that is shown, that is the headline; the pair stands under it.
  const parts = decision?.agreement === 'ruleHigher' || decision?.agreement === 'ruleLower';
  const parted =
    parts && view.whatIfs.size === 0 && decision.cheapest !== shown.pair.b ? decision.words.headline : null;
  return (
    <>
      <Outcome
        {...{ scenario, draft, shown, later, said, uncertainty, view, parted, open: setExplained }}
        cheapest={decision?.cheapest ?? null}
      />
      <BesideRuns {...{ uncertainty, later, currency: scenario.currency, digits: said.digits }} />
      <PlanDecision scenario={scenario} decision={decision} withheld={said.withheld !== null} said={parted !== null} />
      <CautionsList cautions={said.cautions} />
      <div className={styles.workbench}>
        {inputsPanel}
        <ChartsGrid {...{ scenario, draft, shown, later, uncertainty, open: setExplained }} />
      </div>
      {explained !== null && (
        <ExplainDialog
          what={explained}
          shown={shown}
          uncertainty={uncertainty}
          currency={scenario.currency}
          editing={editing}
          peopleOpen={peopleOpen(scenario, shown)}
          open={setExplained}
        />
      )}
    </>
  );
}

/** Held against today's way, of which nobody has said how many people it takes: no share of runs is given. */
function peopleOpen({ items }: Scenario, { inputs, pair }: Case): boolean {
  const today = baselineOf(inputs);
  return pair.a === today && !peopleAnswered(today, items);
}

interface BesideRunsProps {
  readonly uncertainty: UncertaintyStore;
  readonly later: Case;
  readonly currency: string;
  readonly digits: number;
}

/** Mean, median, middle half and eight of ten beside the case, and what is said of one that its runs leave on one side. */
function BesideRuns({ uncertainty, later, currency, digits }: BesideRunsProps): ReactNode {
  const { result, sensitivity, stale } = useUncertain(uncertainty);
  if (result === null || stale) return <p className={styles.runs}>Of the runs: computing</p>;
  const money = (amount: number): string => formatRoundMoney(amount, currency, digits);
  const rows = sensitivity !== null && isOf({ sensitivity }, later) ? sensitivity.rows : null;
  const aside = rows === null ? '' : sayOutsideMiddle(later.comparison.npv, result, rows, money);
  return (
    <p className={styles.runs}>
      {sayRuns(result, formatNumber(result.runs), money)} {aside === '' ? null : <strong>{aside}</strong>}
    </p>
  );
}

interface OutcomeProps {
  readonly scenario: Scenario;
  readonly draft: ScenarioDraft;
  readonly shown: Case;
  /** The same, once it has been painted. */
  readonly later: Case;
  readonly said: Sentence;
  readonly uncertainty: UncertaintyStore;
  readonly view: ScenarioView;
  /** What rule and money say, where another level than the one that is shown costs least. */
  readonly parted: string | null;
  /** The level that costs least of all, as the plan is kept. */
  readonly cheapest: LevelKey | null;
  readonly open: (what: Explained) => void;
}

/** The finding and the figures, which stay in sight. */
/** Under a finding what it is held against; under another headline the finding of the pair as well. */
function sublineOf(finding: string, against: string, withheld: boolean, parted: boolean): string {
  if (withheld) return `As assumed: ${finding}, ${against}`;
  return parted ? `${finding}, ${against}` : capital(against);
}

function Outcome({
  scenario,
  draft,
  shown,
  later,
  said,
  view,
  parted,
  cheapest,
  open,
  ...props
}: OutcomeProps): ReactNode {
  const uncertainty = useUncertain(props.uncertainty);
  const { currency } = scenario;
  const { comparison, pair, years, inputs, asIs } = shown;
  const { withheld, digits } = said;
  const { midYear, whatIfs, look } = view;
  // What is said of the case follows it by a moment, and the tornado follows the simulation.
  const stale = uncertainty.stale || shown !== later || !isOf(uncertainty, later);
  const even = useMemo(() => breakEvens(later.inputs)(later.pair), [later]);
  const peak = useMemo(() => peakOfPair(later.inputs, later.pair), [later]);
  const asked = WHAT_IFS.filter(({ id }) => whatIfs.has(id)).map((whatIf) => whatIf.said);
  const cost = scenario.result.noted?.cost ?? null;
  const readings = useMemo(() => readingsOf(inputs, pair, cost), [inputs, pair, cost]);
  const kept = useMemo(() => (asked.length === 0 ? null : npvWith(shown, NONE, false)), [shown, asked.length]);
  const finding =
    kept === null
      ? headlineOf({ ...comparison, readings }, pair, years, currency, digits)
      : whatIfHeadline(
          asked,
          pair,
          { asked: comparison.npv, kept, readings: readings.map(({ npv }) => npv) },
          currency,
          digits,
        );
  const stored = { compare: scenario.compare, years: horizonOf(draft.inputs) };
  const differs = viewWords(shown, stored, asked.length);
  const hangs = stale ? '' : hangsOn(later, uncertainty, currency, digits);
  const other = hangs === '' ? '' : ` ${sayOtherLimit(cheapest, pair, levelKeys(inputs))}`;
  const against = `${againstWords(pair, inputs.discountRate)}.${hangs}${other}`.trimEnd();
  const pairs = useMemo(() => pairsOf(asIs), [asIs]);
  const setOn = useCallback((on: ReadonlySet<string>) => look({ whatIfs: on }), [look]);
  const setCompare = useCallback((compare: string) => look({ compare }), [look]);
  return (
    <>
      <ScenarioHeader
        scenario={scenario}
        patch={draft.patch}
        headline={withheld === null ? (parted ?? finding) : withheld}
        subline={sublineOf(finding, against, withheld !== null, parted !== null)}
        {...{ pairs, compare: shown.compare, setCompare }}
      />
      <div className={styles.outcome}>
        <FiguresStrip
          figures={keyFigures({
            ...{
              comparison,
              breakEvens: even,
              peak,
              result: uncertainty.result,
              currency,
              midYear,
              years,
              startDate: shown.house.startDate,
              paidBackMonth: shown.breaksEven().month,
              digits,
              stale,
            },
            withheld: withheld !== null,
            peopleOpen: peopleOpen(scenario, shown),
          })}
          stale={stale}
          took={tookWords(uncertainty)}
          open={open}
        />
        <WhatIfBar {...{ shown: later, currency, digits, midYear, on: whatIfs, setOn }} />
        {differs === '' ? null : <ViewActions {...{ scenario, draft, shown, view }} words={differs} />}
      </div>
    </>
  );
}
