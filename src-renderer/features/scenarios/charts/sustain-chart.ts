import { sayMonth } from '#domain/base/calendar';
import { niceScale } from '#domain/base/nice-scale';
import { type HouseYears, planYearName } from '#domain/scenarios/options/plan-axis';
import type { LevelKey } from '#domain/scenarios/plan/inputs';
import type { SustainedYear } from '#domain/scenarios/plan/sustain';
import { type ChartContent, nothingToShow } from '../../../components/chart/chart-types';
import { linesOption } from '../../../components/chart/lines-option';
import { formatFigure, formatNumber } from '../../../lib/format';
import { colourOf, levelName, levelsIn } from '../page/level-words';

type Sustained = Readonly<Partial<Record<LevelKey, readonly SustainedYear[]>>>;

/** How many models one team keeps alive at each level, year by year, beside the models that the plan expects. */
export function sustainChart(
  sustained: Sustained,
  living: readonly number[],
  team: number,
  house: HouseYears,
): ChartContent {
  const levels = levelsIn(sustained);
  const known = levels.filter(([, years]) => years.some(({ models }) => models !== null));
  if (known.length === 0) {
    return nothingToShow(
      'Operating a model takes nobody in this scenario, so no team is a limit. Enter people per model.',
    );
  }
  const years = living.length;
  const axisName = house.startDate === null ? 'year' : `year of the plan, from ${sayMonth(house.startDate)}`;
  const people = `${formatFigure(team)} ${team === 1 ? 'person' : 'people'}`;
  const ends = known.map(([key, rows]) => {
    const models = rows[years - 1]?.models ?? null;
    return `${levelName(key)} ${models === null ? 'without limit' : formatNumber(models)}`;
  });
  const limits = known.flatMap(([, rows]) => rows.flatMap(({ models }) => models ?? []));
  return {
    kind: 'picture',
    words: `Models that ${people} sustain in ${planYearName(years, house)}: ${ends.join(', ')}; the plan has ${formatFigure(living[years - 1] ?? 0)}.`,
    table: {
      columns: [
        { label: axisName },
        { label: 'models of the plan', digits: 1 },
        ...levels.flatMap(([key]) => [
          { label: `${levelName(key)}, models sustained`, digits: 0 },
          { label: `${levelName(key)}, people to retrain them`, digits: 2 },
        ]),
      ],
      rows: living.map((models, at) => [
        planYearName(at + 1, house),
        models,
        ...levels.flatMap(([, rows]) => [rows[at]?.models ?? null, rows[at]?.retrainPeople ?? null]),
      ]),
    },
    draw: (ink, size) =>
      linesOption(
        {
          x: { kind: 'value', min: 1, max: Math.max(2, years), step: 1, tick: String, name: axisName },
          sayX: (year) => planYearName(year, house),
          y: {
            name: 'models',
            scale: niceScale([...limits, ...living]),
            tick: (value) => formatNumber(value),
            say: (value) => formatFigure(value),
          },
          lines: [
            ...known.map(([key, rows]) => ({
              id: key,
              label: levelName(key),
              points: rows.map(({ models }, at) => [at + 1, models] as const),
              colour: colourOf(ink, key),
              dots: true,
            })),
            {
              id: 'plan',
              label: 'the plan',
              points: living.map((models, at) => [at + 1, models] as const),
              colour: ink.text,
              dashed: true,
              width: 1.5,
            },
          ],
        },
        ink,
        size,
      ),
  };
}
