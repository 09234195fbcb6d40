import { Button, Checkbox } from '@mantine/core';
import { memo, type ReactNode, useState } from 'react';
import { type CostLine, type InvestmentInputs, type LevelKey, levelKeys } from '#domain/scenarios/plan/inputs';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import { Panel } from '../../../components/ui/panel';
import { formatCount, formatNumber } from '../../../lib/format';
import { levelName } from '../page/level-words';
import styles from '../page/scenario.module.css';
import type { GapLine, Scenario } from '../page/scenario-types';
import { type DraftEdits, keepScenario } from '../page/use-scenario-draft';
import { CostLineForm } from './cost-line-form';

const months = (start: number, length: number): string =>
  length > 1 ? `months ${start + 1} to ${start + length}` : `month ${start + 1}`;

interface TakenLinesProps {
  readonly lines: readonly CostLine[];
  readonly edits: DraftEdits;
  readonly currency: string;
  readonly change: (line: CostLine) => void;
}

/** The inputs without a cost line. */
function withoutLine({ costLines = [], ...rest }: InvestmentInputs, id: string): InvestmentInputs {
  const left = costLines.filter((line) => line.id !== id);
  return left.length === 0 ? rest : { ...rest, costLines: left };
}

/** The inputs with a line in its place, or after the others. */
function withLine(inputs: InvestmentInputs, line: CostLine): InvestmentInputs {
  const lines = inputs.costLines ?? [];
  const at = lines.findIndex(({ id }) => id === line.id);
  return { ...inputs, costLines: at === -1 ? [...lines, line] : lines.with(at, line) };
}

/** The costs of somebody's own: a new one, or one that is changed. */
function OwnLine({ edits, currency, levels, line, done }: OwnLineProps): ReactNode {
  return (
    <CostLineForm
      key={line?.id ?? 'new'}
      line={line}
      levels={levels}
      currency={currency}
      keep={(kept) => {
        edits.change((inputs) => withLine(inputs, kept));
        void edits.settle();
        done();
      }}
      cancel={done}
    />
  );
}

interface OwnLineProps {
  readonly edits: DraftEdits;
  readonly currency: string;
  readonly levels: readonly LevelKey[];
  readonly line: CostLine | null;
  readonly done: () => void;
}

function TakenLines({ lines, edits, currency, change }: TakenLinesProps): ReactNode {
  if (lines.length === 0) return null;
  const remove = (id: string): void => {
    edits.change((inputs) => withoutLine(inputs, id));
    void edits.settle();
  };
  return (
    <div className={styles.scroll}>
      <table className="mf-table">
        <caption className={styles.tableCaption}>Cost lines of this scenario</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Paid by</th>
            <th scope="col">When</th>
            <th scope="col" className="mf-number">
              once, {currency}
            </th>
            <th scope="col" className="mf-number">
              a year, {currency}
            </th>
            <th scope="col">
              <span className="mf-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>{line.label}</td>
              <td>{line.levels.map(levelName).join(', ')}</td>
              <td>{months(line.startMonth, line.months)}</td>
              <td className="mf-number">{formatNumber(line.oneOff)}</td>
              <td className="mf-number">{formatNumber(line.yearly)}</td>
              <td className="mf-number">
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`Change ${line.label}`}
                  onClick={() => change(line)}
                >
                  Change
                </Button>{' '}
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`Leave out ${line.label}`}
                  onClick={() => remove(line.id)}
                >
                  Leave out
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface GapsProps {
  readonly lines: readonly GapLine[];
  readonly currency: string;
  readonly take: (questionIds: readonly string[], fromInvestment: boolean) => Promise<void>;
}

function Gaps({ lines, currency, take }: GapsProps): ReactNode {
  const open = lines.filter(({ taken, levels }) => !taken && levels.length > 0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [fromInvestment, setFromInvestment] = useState(true);
  if (open.length === 0) return <p className="mf-muted">Every gap of the assessment is a cost line already.</p>;
  const ids = open.map(({ questionId }) => questionId).filter((id) => chosen.has(id));
  const all = ids.length === open.length;
  return (
    <>
      <div className={styles.gaps}>
        <table className="mf-table">
          <thead>
            <tr>
              <th scope="col">
                <Checkbox
                  size="xs"
                  aria-label="All gaps"
                  checked={all}
                  indeterminate={ids.length > 0 && !all}
                  onChange={() => setChosen(new Set(all ? [] : open.map(({ questionId }) => questionId)))}
                />
              </th>
              <th scope="col">Gap</th>
              <th scope="col">For</th>
              <th scope="col">When</th>
              <th scope="col" className="mf-number">
                once, {currency}
              </th>
            </tr>
          </thead>
          <tbody>
            {open.map(({ questionId, title, levels, startMonth, months: length, oneOff }) => (
              <tr key={questionId}>
                <td>
                  <Checkbox
                    size="xs"
                    aria-label={`${questionId} ${title}`}
                    checked={chosen.has(questionId)}
                    onChange={() => {
                      const next = new Set(chosen);
                      if (!next.delete(questionId)) next.add(questionId);
                      setChosen(next);
                    }}
                  />
                </td>
                <td>
                  {questionId} {title}
                </td>
                <td>{levels.map(levelName).join(', ')}</td>
                <td>{months(startMonth, length)}</td>
                <td className="mf-number">{formatNumber(oneOff)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.takeGaps}>
        <Button size="xs" disabled={ids.length === 0} onClick={() => void take(ids, fromInvestment)}>
          {ids.length === 0 ? 'Take over as cost lines' : `Take over ${formatCount(ids.length, 'gap')}`}
        </Button>
        <Checkbox
          size="xs"
          label="The investment pays for them: take their cost out of it"
          checked={fromInvestment}
          onChange={(event) => setFromInvestment(event.currentTarget.checked)}
        />
      </div>
    </>
  );
}

interface CostLinesPanelProps {
  readonly scenario: Scenario;
  readonly costLines: readonly CostLine[];
  readonly edits: DraftEdits;
}

/** Costs beside the model: of somebody's own, and the gaps of the latest assessment, with the months of its roadmap. */
export const CostLinesPanel = memo(function CostLinesPanel(props: CostLinesPanelProps): ReactNode {
  const { scenario, costLines, edits } = props;
  const { id, currency } = scenario;
  const { data } = useChannel('scenarios.gaps', { id });
  const { run } = useCommand('scenarios.takeGaps');
  /** The line that is being written; `null`: a new one, `undefined`: none. */
  const [own, setOwn] = useState<CostLine | null | undefined>(undefined);
  const take = async (questionIds: readonly string[], fromInvestment: boolean): Promise<void> => {
    await edits.settle();
    const kept = await run({ id, gaps: questionIds.map((questionId) => ({ questionId, yearly: 0 })), fromInvestment });
    if (kept !== null) await keepScenario(kept);
  };
  const hint =
    data?.assessment == null
      ? 'Costs beside the model, month by month: your own, and what closing the gaps of an assessment costs'
      : `Your own, and gaps of “${data.assessment.name}” with the months and the effort of its roadmap`;
  return (
    <Panel title="Cost lines" hint={hint}>
      <TakenLines lines={costLines} edits={edits} currency={currency} change={setOwn} />
      {own === undefined ? (
        <Button size="xs" variant="default" className={styles.more} onClick={() => setOwn(null)}>
          Add a cost of your own
        </Button>
      ) : (
        <OwnLine
          edits={edits}
          currency={currency}
          levels={levelKeys(scenario.inputs)}
          line={own}
          done={() => setOwn(undefined)}
        />
      )}
      {data === undefined ? null : data.assessment === null || data.lines.length === 0 ? (
        <p className="mf-muted">{data.reason}</p>
      ) : (
        <Gaps lines={data.lines} currency={currency} take={take} />
      )}
    </Panel>
  );
});
