import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { InventoryPreview, Mapping } from '#contract/imports/imports';
import { searcher } from '#domain/base/search-text';
import { formatCount } from '../../../lib/format';
import { ColumnRow } from './column-row';
import { DutyNote } from './duty-note';
import { toldBeside } from './duty-words';
import { fieldOptions } from './field-specs';
import { entriesOf, isBelieved, targetsOf } from './mapping-edits';

interface ColumnsPanelProps {
  readonly preview: Pick<InventoryPreview, 'duties' | 'evidence'>;
  readonly columns: InventoryPreview['columns'];
  readonly problems: InventoryPreview['problemsByCode'];
  readonly mapping: Mapping;
  readonly edit: (change: (mapping: Mapping) => Mapping) => void;
}

/** Each row holds a select; a table of thousands of columns is shown a part at a time. */
const AT_ONCE = 80;

const isUsed = (mapping: Mapping, label: string): boolean =>
  targetsOf(mapping, label).length > 0 || toldBeside(mapping, label) !== '';

/** Every column of the file and what it becomes. */
export function ColumnsPanel({ preview, columns, problems, mapping, edit }: ColumnsPanelProps): ReactNode {
  const [open, setOpen] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(AT_ONCE);
  const options = useMemo(fieldOptions, []);
  const toggle = useCallback((label: string) => setOpen((before) => (before === label ? null : label)), []);
  const used = columns.filter((column) => isUsed(mapping, column.label)).length;
  const unlikely = new Map(
    problems.flatMap(({ code, column, count }) => (code === 'implausible_date' ? [[column, count] as const] : [])),
  );
  const finds = searcher(search);
  const fitting = columns.filter(({ label }) => finds(label));
  return (
    <div className="mf-work-body">
      <div>
        <div className="mf-work-tools">
          <TextInput
            type="search"
            aria-label="Filter the columns"
            placeholder="Filter the columns"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <span className="mf-muted" role="status">
            {used} of {formatCount(columns.length, 'column')} used. Columns of one field are joined.
          </span>
        </div>
        <DutyNote preview={preview} mapping={mapping} edit={edit} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <section className="mf-columns" tabIndex={0} aria-label="Columns of the file">
        <table className="mf-table mf-columns-table">
          <thead>
            <tr>
              <th scope="col">Column in the file</th>
              <th scope="col" className="mf-number">
                Filled
              </th>
              <th scope="col">Becomes</th>
            </tr>
          </thead>
          <tbody>
            {fitting.slice(0, limit).map((column) => (
              <ColumnRow
                key={column.label}
                column={column}
                entries={entriesOf(mapping, column.label)}
                beside={toldBeside(mapping, column.label)}
                emptyWords={mapping.emptyWords}
                unlikelyDates={unlikely.get(column.label) ?? 0}
                believed={isBelieved(mapping, targetsOf(mapping, column.label))}
                options={options}
                open={open === column.label}
                toggle={toggle}
                edit={edit}
              />
            ))}
          </tbody>
        </table>
        {fitting.length > limit ? (
          <div className="mf-columns-more">
            <Button variant="default" onClick={() => setLimit(limit + AT_ONCE)}>
              Show more of the {formatCount(fitting.length, 'column')}
            </Button>
          </div>
        ) : null}
      </section>
    </div>
  );
}
