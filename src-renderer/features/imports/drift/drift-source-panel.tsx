import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { DriftMapping, DriftPreview } from '#contract/drift/import';
import { Panel } from '../../../components/ui/panel';
import { SourceOptions } from '../source-options';
import type { ImportDraft } from '../use-import-draft';
import { rowsIn } from './drift-mapping-edits';
import { TIME_WORDS } from './drift-words';

interface DriftSourcePanelProps {
  readonly draft: ImportDraft;
  readonly preview: DriftPreview;
  readonly mapping: DriftMapping;
  readonly edit: (change: (mapping: DriftMapping) => DriftMapping) => void;
}

const DATE_ORDERS = [
  { value: 'ymd', label: 'Year, month, day (2026-11-23)' },
  { value: 'dmy', label: 'Day, month, year (23/11/2026)' },
  { value: 'mdy', label: 'Month, day, year (11/23/2026)' },
] as const;

/** What no file of this sort says, or may be read in two ways. Nothing here is guessed. */
export function DriftSourcePanel({ draft, preview, mapping, edit }: DriftSourcePanelProps): ReactNode {
  const isTable = preview.columns.length > 0;
  return (
    <Panel title="What the file leaves open" hint="It holds for results that do not say it themselves.">
      <div className="mf-reading">
        {preview.time === 'file' ? null : (
          <TextInput
            type="datetime-local"
            label="Computed at (UTC)"
            description={TIME_WORDS[preview.time]}
            value={mapping.at === null ? '' : mapping.at.slice(0, 16)}
            onChange={(event) => {
              const at = event.currentTarget.value;
              edit((before) => ({ ...before, at: at === '' ? null : `${at}:00Z` }));
            }}
          />
        )}
        <RowsField label="Rows of the reference" rows={mapping.nRef} set={(nRef) => edit((m) => ({ ...m, nRef }))} />
        <RowsField label="Current rows" rows={mapping.nCur} set={(nCur) => edit((m) => ({ ...m, nCur }))} />
        <TextInput
          label="Time zone of times without one"
          description="As in Europe/Berlin"
          value={mapping.timeZone}
          maxLength={80}
          onChange={(event) => {
            const timeZone = event.currentTarget.value;
            edit((before) => ({ ...before, timeZone }));
          }}
        />
        {isTable ? <TableFields mapping={mapping} edit={edit} /> : null}
        {isTable ? <SourceOptions draft={draft} preview={preview} /> : null}
      </div>
    </Panel>
  );
}

function TableFields({ mapping, edit }: Pick<DriftSourcePanelProps, 'mapping' | 'edit'>): ReactNode {
  return (
    <>
      <NativeSelect
        label="Dates are written"
        data={DATE_ORDERS.map((order) => ({ ...order }))}
        value={mapping.dateOrder}
        onChange={(event) => {
          const dateOrder = DATE_ORDERS.find(({ value }) => value === event.currentTarget.value)?.value ?? 'ymd';
          edit((before) => ({ ...before, dateOrder }));
        }}
      />
      <NativeSelect
        label="Decimal sign"
        data={[
          { value: '.', label: 'Point (0.25)' },
          { value: ',', label: 'Comma (0,25)' },
        ]}
        value={mapping.decimal}
        onChange={(event) => {
          const decimal = event.currentTarget.value === ',' ? ',' : '.';
          edit((before) => ({ ...before, decimal }));
        }}
      />
      <TextInput
        label="Computed by"
        description="The tool, where no column names it"
        value={mapping.tool}
        maxLength={120}
        onChange={(event) => {
          const tool = event.currentTarget.value;
          edit((before) => ({ ...before, tool }));
        }}
      />
    </>
  );
}

interface RowsFieldProps {
  readonly label: string;
  readonly rows: number | null;
  readonly set: (rows: number | null) => void;
}

/** Keeps what is typed until it is a number. */
function RowsField({ label, rows, set }: RowsFieldProps): ReactNode {
  const [text, setText] = useState(rows === null ? '' : String(rows));
  const wrong = text.trim() !== '' && rowsIn(text) === null;
  return (
    <TextInput
      label={label}
      placeholder="not said"
      inputMode="numeric"
      value={text}
      error={wrong ? 'Write a whole number' : undefined}
      onChange={(event) => {
        setText(event.currentTarget.value);
        if (event.currentTarget.value.trim() === '' || rowsIn(event.currentTarget.value) !== null)
          set(rowsIn(event.currentTarget.value));
      }}
    />
  );
}
