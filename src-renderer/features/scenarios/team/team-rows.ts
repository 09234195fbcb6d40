import { formatNumber, formatRoundMoney } from '../../../lib/format';
import type { OptionColumn } from '../options/option-columns';
import type { Answer } from '../options/options-types';
import type { GridGroup, GridRow } from '../options/year-grid';

type Team = NonNullable<NonNullable<Answer['levels']['L1']>['team']>;
type TeamYear = Team['years'][number];

const people = (value: number): string => formatNumber(value, 1);
const models = (value: number): string => formatNumber(value, 1);

const ROWS: readonly {
  readonly label: string;
  readonly of: (year: TeamYear) => number;
  readonly money?: true;
  /** Left out where no option and no year has any. */
  readonly rare?: true;
}[] = [
  { label: 'People the plan needs', of: ({ need }) => need },
  { label: 'People employed at the end of the year', of: ({ heads }) => heads },
  { label: 'of them hired in the year', of: ({ hires }) => hires, rare: true },
  { label: 'People at work, once they have learned', of: ({ capacity }) => capacity, rare: true },
  { label: 'People missing for what already runs', of: ({ short }) => short, rare: true },
  { label: 'Models waiting at the end of the year', of: ({ notDeployed }) => notDeployed },
  { label: 'Model-years missing', of: ({ modelYearsMissing }) => modelYearsMissing, rare: true },
  { label: 'Cost of hiring', of: ({ hiringCost }) => hiringCost, money: true, rare: true },
];

function noteOf({ years, pvHiring, pvValueMissing }: Team, currency: string, digits: number): string {
  const waiting = years.at(-1)?.notDeployed ?? 0;
  const missing = years.reduce((sum, { modelYearsMissing }) => sum + modelYearsMissing, 0);
  const said = [
    waiting > 0
      ? `${models(waiting)} ${waiting === 1 ? 'model is' : 'models are'} not deployed by the end, ${models(missing)} model-years missing`
      : 'every planned model is deployed by the end',
    ...(pvHiring > 0 ? [`hiring ${formatRoundMoney(pvHiring, currency, digits)} in present value`] : []),
    ...(pvValueMissing > 0
      ? [`what these models would earn, ${formatRoundMoney(pvValueMissing, currency, digits)}, is kept apart`]
      : []),
  ];
  return said.join('; ');
}

/** What the same team can carry of each option. */
export function teamGroups(columns: readonly OptionColumn[], currency: string, digits = 3): readonly GridGroup[] {
  const teams = columns.flatMap(({ figures: { onAxis } }) => (onAxis.team === null ? [] : [onAxis.team]));
  const shown = ROWS.filter(({ of, rare }) => !rare || teams.some((years) => years.some((year) => of(year) > 0)));
  // People at work differ from those employed only while somebody learns.
  const learning = teams.some((years) => years.some(({ capacity, heads }) => capacity < heads));
  const rows = learning ? shown : shown.filter(({ label }) => !label.startsWith('People at work'));
  return columns.flatMap(({ id, name, level, figures: { team, onAxis } }): GridGroup[] => {
    if (team === null || onAxis.team === null) return [];
    const years = onAxis.team;
    const own = rows.map(
      ({ label, of, money }): GridRow => ({
        label,
        cells: years.map((year) => (money ? formatRoundMoney(of(year), currency, digits) : people(of(year)))),
      }),
    );
    return [{ id, title: `${name}:`, level, note: noteOf(team, currency, digits), rows: own }];
  });
}
