import type { ReactNode } from 'react';
import type { DriftSeriesPreview, DriftSubject } from '#contract/drift/import';
import { formatDate, formatNumber } from '../../../lib/format';
import { VirtualTable } from '../virtual-table';
import { formatFigure, limitWords, methodWords, metricWord, rowsWords, verdictWords } from './drift-words';

const COLUMNS = [
  { label: 'Feature', width: '15%' },
  { label: 'Metric', width: '17%' },
  { label: 'Method', width: '20%' },
  { label: 'Results', width: '112px' },
  { label: 'Last', width: '72px', numeric: true },
  { label: 'Drift is', width: '92px' },
  { label: 'Tool said', width: '84px' },
  { label: 'Rows', width: '92px', numeric: true },
] as const;

interface DriftSeriesTableProps {
  readonly series: readonly DriftSeriesPreview[];
  readonly subjects: readonly DriftSubject[];
}

/** Each series as it would be drawn: what, how, how much of it, and what the tool itself made of it. */
export function DriftSeriesTable({ series, subjects }: DriftSeriesTableProps): ReactNode {
  // One model needs no name on each line.
  const models = new Map(
    subjects.length < 2 ? [] : subjects.map(({ name, modelName }) => [name, modelName === '' ? name : modelName]),
  );
  return (
    <VirtualTable label="Series of the file" columns={COLUMNS} count={series.length}>
      {(index) => {
        const one = series[index];
        return one ? texts(one, models.get(one.name) ?? '') : [];
      }}
    </VirtualTable>
  );
}

function texts(one: DriftSeriesPreview, model: string): readonly string[] {
  const [first, last] = [formatDate(one.first), formatDate(one.last)];
  const feature = one.column === '' ? 'Whole data set' : one.column;
  return [
    model === '' ? feature : `${feature} (${model})`,
    metricWord(one.metric),
    methodWords(one),
    `${formatNumber(one.points)}: ${first === last ? first : `${first} – ${last}`}`,
    formatFigure(one.lastValue),
    limitWords(one),
    verdictWords(one.verdicts),
    rowsWords(one),
  ];
}
