import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CostLine } from '#domain/scenarios/explain/explain';
import type { OptionExplanation } from '#domain/scenarios/explain/explain-option';
import type { OptionYear } from '#domain/scenarios/explain/explain-option-year';
import { type HouseYears, planYearName } from '#domain/scenarios/options/plan-axis';
import { formatFigure, formatMajor, formatNumber } from '../../../lib/format';
import { shapeOf } from '../inputs/input-shape';
import { OriginChip } from '../inputs/origin-chip';
import scenarioStyles from '../page/scenario.module.css';
import type { Scenario } from '../page/scenario-types';
import type { OpenedOption } from './option-opened';

interface FigureDialogProps {
  readonly what: OpenedOption;
  readonly scenario: Scenario;
  /** Of the option or the offer that was opened; `null`: there is none of that name any more. */
  readonly explained: OptionExplanation | null;
  /** Of the option, and of the figure. */
  readonly name: string;
  readonly label: string;
  readonly house: HouseYears;
  readonly open: (what: OpenedOption | null) => void;
}

function Line({ line, scenario }: { readonly line: CostLine; readonly scenario: Scenario }): ReactNode {
  const { words, numbers, value, used } = line;
  return (
    <li className={scenarioStyles.line}>
      <span>{words}</span>
      <strong className={scenarioStyles.lineValue}>{formatNumber(value)}</strong>
      <span className={scenarioStyles.lineNumbers}>{numbers}</span>
      <ul className={scenarioStyles.used} aria-label="From these inputs">
        {used.map((input) => {
          const origin = scenario.items.find(({ path }) => path === input.path)?.origin;
          return (
            <li key={input.path}>
              {input.label} {shapeOf(input.path, scenario.currency)?.say(input.value) ?? formatFigure(input.value)}{' '}
              {origin ? <OriginChip origin={origin} /> : null}
            </li>
          );
        })}
      </ul>
    </li>
  );
}

/** A year: the lines that add up to it, then how the numbers in them come about. */
function Year({ year, scenario }: { readonly year: OptionYear; readonly scenario: Scenario }): ReactNode {
  return (
    <>
      <p className="mf-muted">The lines add up to {formatMajor(year.total, scenario.currency)}.</p>
      <ol className={scenarioStyles.lines}>
        {year.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two cost lines may read alike
          <Line key={at} line={line} scenario={scenario} />
        ))}
      </ol>
      <p className={scenarioStyles.leavesOut}>The work of each level, as if all of it were done there:</p>
      <ol className={scenarioStyles.lines}>
        {year.under.map((line) => (
          <Line key={line.words} line={line} scenario={scenario} />
        ))}
      </ol>
    </>
  );
}

function Years({
  explained,
  house,
  open,
}: {
  readonly explained: OptionExplanation;
  readonly house: HouseYears;
  readonly open: FigureDialogProps['open'];
}): ReactNode {
  return (
    <ul className={scenarioStyles.used} aria-label="The cost of each year opens">
      {explained.years.map(({ year, total }) => (
        <li key={year}>
          {planYearName(year, house)}{' '}
          <button
            type="button"
            className={scenarioStyles.amount}
            onClick={() => open({ kind: 'year', id: explained.id, year })}
          >
            {formatNumber(total)}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What a figure is made of opens further where that is years. */
const OF_YEARS: ReadonlySet<string> = new Set([
  'yearCost',
  'totalCost',
  'pvCost',
  'npvVsL1',
  'npvVsPrevious',
  'npvVsBuild',
  'peakFunding',
  'payback',
]);

function Body({ what, scenario, explained, house, open }: FigureDialogProps): ReactNode {
  if (!explained) return null;
  if (what.kind === 'year') {
    const year = explained.years.find((one) => one.year === what.year);
    return year ? <Year year={year} scenario={scenario} /> : null;
  }
  const figure = explained.figures.find(({ key }) => key === what.key);
  if (!figure) return null;
  const [first = '', ...more] = figure.numbers.split('; ');
  const heads = what.key === 'people' || what.key === 'yearCost' ? explained.years.length - 1 : 0;
  return (
    <>
      <div className={scenarioStyles.formula}>
        <p>
          <strong>{figure.words}</strong>
        </p>
        {[first, ...more.slice(0, heads)].map((line) => (
          <p key={line}>{line}</p>
        ))}
        {more.slice(heads).map((line) => (
          <p key={line} className={scenarioStyles.lineNumbers}>
            {line}
          </p>
        ))}
      </div>
      {OF_YEARS.has(what.key) ? <Years explained={explained} house={house} open={open} /> : null}
    </>
  );
}

/** Where a figure comes from: its formula in words and numbers, and the inputs behind them. */
export function FigureDialog(props: FigureDialogProps): ReactNode {
  const { what, name, label, house, open } = props;
  return (
    <Modal
      opened
      onClose={() => open(null)}
      size={820}
      title={`${name}: ${what.kind === 'year' ? planYearName(what.year, house) : label}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Body {...props} />
    </Modal>
  );
}
