import type { ReactNode } from 'react';
import type { DriftSeriesPreview, DriftSubject } from '#contract/import-drift';
import { formatDate, formatNumber } from '../../../lib/format';
import { VirtualTable } from '../virtual-table';
import { formatFigure, limitWords, methodWords, metricWord, rowsWords, verdictWords } from './drift-words';

const COLUMNS = [
  { label: 'Model', width: '13%' },
  { label: 'Feature', width: '11%' },
  { label: 'Metric', width: '12%' },
  { label: 'Method', width: '18%' },
  { label: 'Results', width: '66px', numeric: true },
  { label: 'From – to', width: '15%' },
  { label: 'Last', width: '68px', numeric: true },
  { label: 'Drift is', width: '88px' },
  { label: 'The tool said', width: '12%' },
  { label: 'Rows ref. / cur.', width: '96px', numeric: true },
] as const;

interface DriftSeriesTableProps {
  readonly series: readonly DriftSeriesPreview[];
  readonly subjects: readonly DriftSubject[];
}

/** Each series as it would be drawn: what, how, how much of it, and what the tool itself made of it. */
export function DriftSeriesTable({ series, subjects }: DriftSeriesTableProps): ReactNode {
  const models = new Map(subjects.map(({ name, modelName }) => [name, modelName === '' ? name : modelName]));
  return (
    <VirtualTable label="Series of the file" columns={COLUMNS} count={series.length}>
      {(index) => {
        const one = series[index];
        return one ? texts(one, models.get(one.name) ?? one.name) : [];
      }}
    </VirtualTable>
  );
}

function texts(one: DriftSeriesPreview, model: string): readonly string[] {
  const [first, last] = [formatDate(one.first), formatDate(one.last)];
  return [
    model,
    one.column === '' ? 'Whole data set' : one.column,
    metricWord(one.metric),
    methodWords(one),
    formatNumber(one.points),
    first === last ? first : `${first} – ${last}`,
    formatFigure(one.lastValue),
    limitWords(one),
    verdictWords(one.verdicts),
    rowsWords(one),
  ];
}
