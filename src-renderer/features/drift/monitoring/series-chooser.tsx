import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { isEvaluation } from '#domain/drift/vocabulary';
import styles from './monitoring.module.css';
import type { DriftSeries } from './monitoring-types';
import { columnName } from './series-words';

interface SeriesChooserProps {
  /** Every series of the model, the worst first. */
  readonly all: readonly DriftSeries[];
  readonly chosen: DriftSeries;
  readonly onChoose: (id: number) => void;
}

const unique = <T,>(list: readonly T[]): readonly T[] => [...new Set(list)];

/** Column, then figure, then tool: each offers what there is under the ones before it. */
export function SeriesChooser({ all, chosen, onChoose }: SeriesChooserProps): ReactNode {
  const ofColumn = all.filter(({ column }) => column === chosen.column);
  const ofMetric = ofColumn.filter(({ metric }) => metric === chosen.metric);
  const columns = unique(all.map(({ column }) => column)).toSorted((a, b) => a.localeCompare(b));
  const metrics = unique(ofColumn.map(({ metric }) => metric));
  /** The new column with the figure and tool of before, where it has them. */
  const choose = (fits: (one: DriftSeries) => boolean): void => {
    const fitting = all.filter(fits);
    const best =
      fitting.find(({ metric, source }) => metric === chosen.metric && source === chosen.source) ??
      fitting.find(({ metric }) => metric === chosen.metric) ??
      fitting[0];
    if (best) onChoose(best.id);
  };
  return (
    <div className={styles.filters}>
      <NativeSelect
        label="Column"
        value={chosen.column}
        data={columns.map((column) => ({ value: column, label: columnName(column) }))}
        onChange={({ currentTarget: { value } }) => choose(({ column }) => column === value)}
      />
      <NativeSelect
        label="Figure"
        value={chosen.metric}
        data={metrics.map((metric) => ({
          value: metric,
          label: ofColumn.find((one) => one.metric === metric)?.label ?? metric,
        }))}
        onChange={({ currentTarget: { value } }) =>
          choose(({ column, metric }) => column === chosen.column && metric === value)
        }
      />
      <NativeSelect
        label="Measured by"
        value={String(chosen.id)}
        data={ofMetric.map(({ id, source, binning, method }) => ({
          value: String(id),
          label:
            isEvaluation(chosen.metric) && method !== ''
              ? `${method}, ${source}`
              : ofMetric.length > 1 && binning !== ''
                ? `${source}, ${binning}`
                : source,
        }))}
        onChange={({ currentTarget: { value } }) => onChoose(Number(value))}
      />
    </div>
  );
}
