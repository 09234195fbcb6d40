import type { ChartInk } from '../../../components/chart/chart-ink';
import { type ChartContent, nothingToShow } from '../../../components/chart/chart-types';
import { linesOption } from '../../../components/chart/lines-option';
import { formatCompactMoney } from '../../../lib/format';
import type { ScenarioHead } from '../scenario-types';
import { yearTick, yearWords } from '../time-words';
import { runningSums } from './cash-flow-chart';
import { moneyAxis } from './money-axis';

/** Colour tells scenarios apart only beside their names: each line is named where it ends. */
function tone(ink: ChartInk, at: number): { readonly colour: string; readonly dashed: boolean } {
  const tones = [ink.accent, ink.ok, ink.watch, ink.silent];
  return { colour: tones[at % tones.length] ?? ink.accent, dashed: at >= tones.length };
}

/** The running sum of what each scenario saves. */
export function compareChart(heads: readonly ScenarioHead[]): ChartContent {
  const currency = heads[0]?.currency ?? '';
  if (heads.some((head) => head.currency !== currency)) {
    return nothingToShow('The scenarios are in different currencies, which one axis cannot hold.');
  }
  const sums = heads.map(({ result }) => runningSums(result.flows));
  const years = Math.max(...sums.map((one) => one.length - 1));
  const ends = heads.map(({ name }, at) => `${name} ${formatCompactMoney(sums[at]?.at(-1) ?? 0, currency)}`);
  return {
    kind: 'picture',
    words: `What is saved by the end of each plan, undiscounted: ${ends.join(', ')}.`,
    table: {
      columns: [
        { label: 'end of year', digits: 0 },
        ...heads.map(({ name }) => ({ label: `${name}, ${currency}`, digits: 0 })),
      ],
      rows: Array.from({ length: years + 1 }, (_, year) => [year, ...sums.map((one) => one[year] ?? null)]),
    },
    draw: (ink, size) =>
      linesOption(
        {
          x: { kind: 'value', min: 0, max: years, step: 1, tick: yearTick, name: 'end of year' },
          sayX: yearWords,
          y: moneyAxis(sums.flat(), currency),
          lines: heads.map(({ id, name }, at) => ({
            id,
            label: name.length > 26 ? `${name.slice(0, 25)}…` : name,
            name,
            points: (sums[at] ?? []).map((sum, year) => [year, sum] as const),
            ...tone(ink, at),
          })),
        },
        ink,
        size,
      ),
  };
}
