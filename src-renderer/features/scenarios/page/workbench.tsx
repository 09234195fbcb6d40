import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { Caution } from '#domain/scenarios/plan/cautions';
import { breakEvens } from '#domain/scenarios/plan/project';
import { numberAt } from '#domain/scenarios/plan/scenario-inputs';
import { PageHeader } from '../../../components/ui/page-header';
import { useAfterPaint } from '../../../components/ui/use-after-paint';
import { formatNumber } from '../../../lib/format';
import { ExplainDialog } from '../explain/explain-dialog';
import type { Explained } from '../explain/explained';
import { useInputEditing, widened } from '../inputs/input-editing';
import { inputName } from '../inputs/input-name';
import { shapeOf } from '../inputs/input-shape';
import { InputsPanel } from '../inputs/inputs-panel';
import { type Uncertainty, type UncertaintyStore, useUncertain, useUncertainty } from '../uncertainty/use-uncertainty';
import { CautionsList, useCautions } from './cautions-list';
import { ChartsGrid } from './charts-grid';
import { FiguresStrip } from './figures-strip';
import { againstWords, assumedWords, headlineOf, mostFragile } from './headline';
import { keyFigures } from './key-figures';
import styles from './scenario.module.css';
import { ScenarioHeader } from './scenario-header';
import type { Measured, Scenario } from './scenario-types';
import { type Case, useCase } from './use-case';
import { useScenarioActions } from './use-scenario-actions';
import { type ScenarioDraft, useScenarioDraft } from './use-scenario-draft';
import { useScenarioView } from './use-scenario-view';
import { WHAT_IFS } from './what-if';
import { WhatIfBar } from './what-if-bar';

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

/** What the case hangs on first, for the line under the headline. */
function hangsOn(shown: Case, { sensitivity }: Uncertainty, currency: string): string {
  if (sensitivity === null) return '';
  const found = mostFragile(sensitivity, (path) => numberAt(shown.inputs, path));
  const shape = found && shapeOf(found.path, currency);
  if (!found || !shape) return ' No single input alone can turn it.';
  const side = found.breakEven < found.value === sensitivity.base >= 0 ? 'at least' : 'at most';
  return ` It ${sensitivity.base >= 0 ? 'holds' : 'would turn'} while ${inputName(found.path)} is ${side} ${shape.say(found.breakEven)}; taken as ${shape.say(found.value)}.`;
}

/** `10,000 runs in 84 ms` */
function tookWords({ result, milliseconds }: Uncertainty): string {
  if (result === null || milliseconds === null) return '';
  return `${formatNumber(result.runs)} runs in ${formatNumber(milliseconds)} ms`;
}

export function Workbench({ scenario }: WorkbenchProps): ReactNode {
  const { midYear, setMidYear } = useScenarioView();
  const draft = useScenarioDraft(scenario);
  const [whatIfs, setWhatIfs] = useState<ReadonlySet<string>>(new Set());
  const shown = useCase(draft.inputs, scenario.compare, whatIfs);
  // The charts and the inputs first; what is said about the case follows them.
  const followed = useAfterPaint(shown);
  const cautions = useCautions(scenario, followed);
  const question = useMemo(() => questionOf(scenario, followed), [scenario, followed]);
  const uncertainty = useUncertainty(question);
  const [explained, setExplained] = useState<Explained | null>(null);
  const openRows = useCallback((measured: Measured) => setExplained({ kind: 'rows', measured }), []);
  const editing = useInputEditing(scenario, draft, openRows);
  const inputsPanel = (
    <div className={styles.inputs}>
      <InputsPanel scenario={scenario} draft={draft} editing={editing} midYear={midYear} setMidYear={setMidYear} />
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
  return (
    <>
      <Outcome
        {...{ scenario, draft, shown, later, cautions, uncertainty, midYear, whatIfs, setWhatIfs, open: setExplained }}
      />
      <CautionsList cautions={cautions} />
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
          open={setExplained}
        />
      )}
    </>
  );
}

interface OutcomeProps {
  readonly scenario: Scenario;
  readonly draft: ScenarioDraft;
  readonly shown: Case;
  /** The same, once it has been painted. */
  readonly later: Case;
  readonly cautions: readonly Caution[];
  readonly uncertainty: UncertaintyStore;
  readonly midYear: boolean;
  readonly whatIfs: ReadonlySet<string>;
  readonly setWhatIfs: (on: ReadonlySet<string>) => void;
  readonly open: (what: Explained) => void;
}

/** The finding and the figures, which stay in sight. */
function Outcome(props: OutcomeProps): ReactNode {
  const { scenario, draft, shown, later, midYear, whatIfs, setWhatIfs, open } = props;
  const uncertainty = useUncertain(props.uncertainty);
  const { currency } = scenario;
  const { comparison, pair, years, inputs } = shown;
  const { copy } = useScenarioActions();
  const even = useMemo(() => breakEvens(later.inputs)(later.pair), [later]);
  const keep = useCallback(
    (kept: Case) => void copy(scenario.id, { name: `${scenario.name}, what if`, inputs: kept.inputs }),
    [copy, scenario],
  );
  const finding = headlineOf(comparison, pair, years, currency);
  const beyond = props.cautions.some(({ key }) => key === 'largePortfolio');
  const against = `${againstWords(pair, inputs.discountRate)}.${hangsOn(later, uncertainty, currency)}`;
  const asked = WHAT_IFS.filter(({ id }) => whatIfs.has(id)).map(({ label }) => label);
  return (
    <>
      <ScenarioHeader
        scenario={scenario}
        compare={shown.compare}
        patch={draft.patch}
        headline={beyond ? assumedWords(pair, shown.projection.portfolio) : finding}
        asked={asked}
        subline={beyond ? `As assumed: ${finding}, ${against}` : against}
      />
      <div className={styles.outcome}>
        <FiguresStrip
          figures={keyFigures({ comparison, breakEvens: even, result: uncertainty.result, currency, midYear, years })}
          stale={uncertainty.stale}
          took={tookWords(uncertainty)}
          open={open}
        />
        <WhatIfBar shown={later} currency={currency} midYear={midYear} on={whatIfs} setOn={setWhatIfs} keep={keep} />
      </div>
    </>
  );
}
