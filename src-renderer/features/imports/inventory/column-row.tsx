import { Button, Checkbox, MultiSelect, TextInput } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import type { ImportField } from '#contract/imports/import-field';
import type { FieldMapping, InventoryPreview, Mapping } from '#contract/imports/imports';
import { formatCount, formatNumber } from '../../../lib/format';
import { type fieldOptions, isImportField, targetSpec } from './field-specs';
import { isEmptyWord, setBelieved, setSeparator, setTargets, valueTarget } from './mapping-edits';
import { ValueMapping } from './value-mapping';

type Column = InventoryPreview['columns'][number];

interface ColumnRowProps {
  readonly column: Column;
  /** What this column goes into. */
  readonly entries: readonly FieldMapping[];
  readonly emptyWords: readonly string[];
  /** What it tells beside the fields of a model; '' = nothing. */
  readonly beside: string;
  /** Dates of this column that are left out, since they can hardly be right. */
  readonly unlikelyDates: number;
  /** They are taken all the same. */
  readonly believed: boolean;
  readonly options: ReturnType<typeof fieldOptions>;
  readonly open: boolean;
  readonly toggle: (label: string) => void;
  readonly edit: (change: (mapping: Mapping) => Mapping) => void;
}

/** The lists of closed selects would be thousands of elements. */
const CLOSED_UNMOUNTED = { keepMounted: false } as const;

const hasChoices = (field: ImportField): boolean => targetSpec(field).choices !== undefined;

/** Rows are many and each is dear to draw: one is drawn again only when something of its own has changed. */
const sameRow = (before: ColumnRowProps, after: ColumnRowProps): boolean =>
  before.column === after.column &&
  before.emptyWords === after.emptyWords &&
  before.unlikelyDates === after.unlikelyDates &&
  before.believed === after.believed &&
  before.open === after.open &&
  before.beside === after.beside &&
  before.edit === after.edit &&
  before.entries.length === after.entries.length &&
  before.entries.every((entry, at) => entry === after.entries[at]);

/** Distinct cells of which nobody has said what they become. */
const openValues = (column: Column, entry: FieldMapping, emptyWords: readonly string[]): number =>
  (column.values ?? []).filter(({ text }) => !isEmptyWord(emptyWords, text) && valueTarget(entry, text) === null)
    .length;

export const ColumnRow = memo(function ColumnRow(props: ColumnRowProps): ReactNode {
  const { column, entries, beside, emptyWords, unlikelyDates, believed, options, open, toggle, edit } = props;
  const targets = entries.map(({ field }) => field);
  const closed = entries.filter(({ field }) => hasChoices(field));
  const unsaid = closed.reduce((sum, entry) => sum + openValues(column, entry, emptyWords), 0);
  const joined = entries.filter(({ columns }) => columns.length > 1 && columns[0] === column.label);
  const samples = column.samples.filter((text) => text.trim() !== '').join(' · ');
  return (
    <>
      <tr className="mf-column" data-used={entries.length > 0 || beside !== ''}>
        <td>
          <div className="mf-column-label mf-cut" title={column.label}>
            {column.label}
          </div>
          <div className="mf-column-samples mf-cut" title={samples}>
            {samples === '' ? 'empty' : samples}
          </div>
        </td>
        <td className="mf-number mf-muted">{formatNumber(column.filled)}</td>
        <td>
          <MultiSelect
            aria-label={`${column.label} becomes`}
            placeholder={entries.length > 0 ? '' : beside === '' ? 'not imported' : beside}
            searchable
            hidePickedOptions
            comboboxProps={CLOSED_UNMOUNTED}
            data={options}
            value={targets}
            onChange={(fields) => edit((before) => setTargets(before, column.label, fields.filter(isImportField)))}
          />
          <div className="mf-column-more">
            {closed.length > 0 && column.values ? (
              <Button size="compact-xs" variant="subtle" aria-expanded={open} onClick={() => toggle(column.label)}>
                {unsaid === 0
                  ? `${column.values.length} values`
                  : `${unsaid} of ${column.values.length} values not mapped`}
              </Button>
            ) : null}
            {unlikelyDates > 0 || believed ? (
              <Checkbox
                size="xs"
                label={
                  believed
                    ? 'Unlikely dates are taken'
                    : `Take ${formatCount(unlikelyDates, 'unlikely date')} all the same`
                }
                checked={believed}
                onChange={(event) => {
                  const on = event.currentTarget.checked;
                  edit((before) => setBelieved(before, targets, on));
                }}
              />
            ) : null}
            {joined.map(({ field, columns, separator }) => (
              <SeparatorField
                key={field}
                field={field}
                columns={columns}
                separator={separator}
                change={(text) => edit((before) => setSeparator(before, field, text))}
              />
            ))}
          </div>
        </td>
      </tr>
      {open && column.values
        ? closed.map((entry) => (
            <tr key={entry.field}>
              <td colSpan={3} className="mf-values-cell">
                <ValueMapping entry={entry} values={column.values ?? []} emptyWords={emptyWords} edit={edit} />
              </td>
            </tr>
          ))
        : null}
    </>
  );
}, sameRow);

interface SeparatorFieldProps {
  readonly field: ImportField;
  readonly columns: readonly string[];
  readonly separator: string;
  readonly change: (separator: string) => void;
}

/** What stands between the columns that fill one field together. */
function SeparatorField({ field, columns, separator, change }: SeparatorFieldProps): ReactNode {
  return (
    <TextInput
      className="mf-separator"
      label={`${targetSpec(field).label} joined by`}
      title={columns.join(separator)}
      maxLength={10}
      value={separator}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
