import type { ChartInk } from '../../../components/chart/chart-ink';
import { type ChartContent, nothingToShow } from '../../../components/chart/chart-types';
import { linesOption } from '../../../components/chart/lines-option';
import { formatCompactMoney } from '../../../lib/format';
import type { ScenarioHead } from '../page/scenario-types';
import { yearTick, yearWords } from '../page/time-words';
import { runningSums } from './cash-flow-chart';
import { moneyAxis } from './money-axis';

/** A scenario as far as the picture needs it. */
export type SavedSoFar = Pick<ScenarioHead, 'id' | 'name' | 'currency'> & {
  readonly result: Pick<ScenarioHead['result'], 'flows'>;
};

/** Colour tells scenarios apart only beside their names: each line is named where it ends. */
function tone(ink: ChartInk, at: number): { readonly colour: string; readonly dashed: boolean } {
  const tones = [ink.accent, ink.ok, ink.watch, ink.silent];
  return { colour: tones[at % tones.length] ?? ink.accent, dashed: at >= tones.length };
}

/** A scenario whose sums are so many times those of all others makes flat lines of theirs. */
const DWARFS = 5;

const reach = ({ result }: SavedSoFar): number => Math.max(0, ...runningSums(result.flows).map(Math.abs));

/** The scenarios that one axis shows well: without those that dwarf the others, as long as two are left. */
export function shownAtFirst<Head extends SavedSoFar>(heads: readonly Head[]): readonly Head[] {
  const widest = heads.toSorted((p, q) => reach(q) - reach(p));
  let from = 0;
  for (let at = 0; at + 2 < widest.length; at += 1) {
    const [one, next] = [widest[at], widest[at + 1]];
    if (one && next && reach(one) > DWARFS * reach(next)) from = at + 1;
  }
  const kept = new Set(widest.slice(from));
  return heads.filter((head) => kept.has(head));
}

/** The running sum of what each scenario saves; those that are not shown keep their colour and stay in the table. */
export function compareChart(
  heads: readonly SavedSoFar[],
  isShown: (id: string) => boolean = () => true,
): ChartContent {
  const currency = heads[0]?.currency ?? '';
  if (heads.some((head) => head.currency !== currency)) {
    return nothingToShow('The scenarios are in different currencies, which one axis cannot hold.');
  }
  const inPicture = heads.filter(({ id }) => isShown(id));
  if (inPicture.length === 0) return nothingToShow('No scenario is chosen for the picture. Choose one above it.');
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
          y: moneyAxis(
            inPicture.flatMap(({ result }) => runningSums(result.flows)),
            currency,
          ),
          lines: heads.flatMap(({ id, name }, at) => {
            if (!isShown(id)) return [];
            const line = {
              id,
              label: name.length > 26 ? `${name.slice(0, 25)}…` : name,
              name,
              points: (sums[at] ?? []).map((sum, year) => [year, sum] as const),
              ...tone(ink, at),
            };
            return [line];
          }),
        },
        ink,
        size,
      ),
  };
}
