import { formatNumber, formatRoundMoney } from '../../../lib/format';
import type { OptionColumn } from '../options/option-columns';
import type { GridGroup } from '../options/year-grid';

type Booked = NonNullable<OptionColumn['figures']['onAxis']['booked']>;

const ROWS: readonly (readonly [label: string, of: (booked: Booked) => readonly number[]])[] = [
  ['Capital', ({ capital }) => capital],
  ['Operating', ({ operating }) => operating],
  ['Depreciation', ({ depreciation }) => depreciation],
  ['Book value at the end of the year', ({ bookValue }) => bookValue],
  ['Expense: operating and depreciation', ({ expense }) => expense],
  ['Tax saved', ({ taxSaved }) => taxSaved],
];

/** To the unit; what is left of a sum by rounding is nothing. */
const whole = (amount: number): string => formatNumber(Math.round(amount) || 0);

/** Each option in the books, with what it saves against today's way after tax. */
export function booksGroups(columns: readonly OptionColumn[], currency: string, digits = 3): readonly GridGroup[] {
  const [today] = columns;
  const before = today?.figures.booked?.pvCostAfterTax ?? 0;
  return columns.flatMap((column): GridGroup[] => {
    const { booked, onAxis } = column.figures;
    const books = onAxis.booked;
    if (booked === null || books === null) return [];
    const saved = before - booked.pvCostAfterTax;
    const cost = `costs ${formatRoundMoney(booked.pvCostAfterTax, currency, digits)} after tax in present value`;
    const note =
      column === today
        ? cost
        : `${cost}, ${formatRoundMoney(Math.abs(saved), currency, digits)} ${saved < 0 ? 'more' : 'less'} than today’s way`;
    return [
      {
        id: column.id,
        title: `${column.name}:`,
        level: column.level,
        note,
        rows: ROWS.map(([label, of]) => ({ label, cells: of(books).map(whole) })),
      },
    ];
  });
}
