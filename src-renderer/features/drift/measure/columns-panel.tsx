import { Checkbox, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { Panel } from '../../../components/ui/panel';
import { formatNumber } from '../../../lib/format';
import styles from './measure.module.css';
import { isMeasured, type MeasureForm } from './measure-form';
import type { Inspected, InspectedColumn } from './measure-types';

interface ColumnsPanelProps {
  readonly form: MeasureForm;
  readonly inspected: Inspected;
  readonly change: (form: MeasureForm) => void;
}

const FOUND: Readonly<Record<InspectedColumn['type'], string>> = {
  numeric: 'numbers',
  categorical: 'categories',
  dates: 'dates, left out',
  none: 'left out',
};

/** The columns of the reference: which of them are measured, and as what. */
export function ColumnsPanel({ form, inspected, change }: ColumnsPanelProps): ReactNode {
  const measured = inspected.columns.filter((column) => isMeasured(form, column)).length;
  return (
    <Panel
      title={`Columns: ${formatNumber(measured)} of ${formatNumber(inspected.columns.length)} measured`}
      hint="How each column is read was told from its cells. Choose categories for codes that are written as numbers; a number with fewer than five deciles is compared value by value anyway."
    >
      <div className={styles.scroll}>
        <table className="mf-table">
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Read as</th>
              <th scope="col">Such as</th>
              <th scope="col" className="mf-number">
                Missing
              </th>
            </tr>
          </thead>
          <tbody>
            {inspected.columns.map((column) => (
              <ColumnRow key={column.column} form={form} column={column} change={change} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function ColumnRow({
  form,
  column,
  change,
}: Omit<ColumnsPanelProps, 'inspected'> & { readonly column: InspectedColumn }): ReactNode {
  const name = column.column;
  const measured = isMeasured(form, column);
  const toggle = (): void => {
    const leftOut = new Set(form.leftOut);
    const types = new Map(form.types);
    if (measured) leftOut.add(name);
    else {
      leftOut.delete(name);
      // What is left out by itself can only be measured as categories.
      if (column.type === 'dates' || column.type === 'none') types.set(name, 'categorical');
    }
    change({ ...form, leftOut, types });
  };
  const setType = (value: string): void => {
    const types = new Map(form.types);
    if (value === 'numeric' || value === 'categorical') types.set(name, value);
    else types.delete(name);
    change({ ...form, types });
  };
  return (
    <tr>
      <td>
        <Checkbox size="xs" label={name} aria-label={`Measure ${name}`} checked={measured} onChange={toggle} />
      </td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={`Read ${name} as`}
          data={[
            { value: 'auto', label: `Found: ${FOUND[column.type]}` },
            { value: 'numeric', label: 'numbers' },
            { value: 'categorical', label: 'categories' },
          ]}
          value={form.types.get(name) ?? 'auto'}
          onChange={(event) => setType(event.currentTarget.value)}
        />
      </td>
      <td className={styles.samples}>
        {column.samples.join(', ')}
        {column.why !== null && !measured && <span className="mf-muted"> {column.why}</span>}
      </td>
      <td className="mf-number">{column.missing === 0 ? '0' : formatNumber(column.missing)}</td>
    </tr>
  );
}
