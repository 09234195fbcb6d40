import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import type { Dispatch, ReactNode, SetStateAction } from 'react';
import { sentenceOf } from '../../../client/call';
import { host } from '../../../client/host';
import { EncodingSelect } from '../../../components/ui/encoding-select';
import { ModelSelect } from '../../../components/ui/model-select';
import { notifyFailure } from '../../../components/ui/notify';
import { Panel } from '../../../components/ui/panel';
import { formatNumber } from '../../../lib/format';
import styles from './measure.module.css';
import { asksOrder, type DayRange, dateColumns, EMPTY_FORM, type MeasureForm, proposeRanges } from './measure-form';
import type { Inspected } from './measure-types';

interface SidesPanelProps {
  readonly form: MeasureForm;
  readonly inspected: Inspected | null;
  readonly change: Dispatch<SetStateAction<MeasureForm>>;
  /** What stands in the way of measuring. */
  readonly problem: string | null;
  /** The one whose bands judge; `null` = none was chosen. */
  readonly model: { readonly id: string; readonly name: string } | null;
  readonly chooseModel: (id: string | null) => void;
}

const MODES = [
  { value: 'files', label: 'Two files' },
  { value: 'ranges', label: 'Two date ranges of one file' },
] as const;

const ORDERS = [
  { value: '', label: 'Choose the order' },
  { value: 'dmy', label: 'day first: 31/12/2026' },
  { value: 'mdy', label: 'month first: 12/31/2026' },
];

/** What is compared with what. */
export function SidesPanel({ form, inspected, change, problem, model, chooseModel }: SidesPanelProps): ReactNode {
  const setMode = (value: string): void => {
    const mode = MODES.find((one) => one.value === value)?.value ?? 'files';
    change(mode === 'ranges' && inspected ? withRanges({ ...form, mode }, inspected) : { ...form, mode });
  };
  const choose = async (side: 'reference' | 'current'): Promise<void> => {
    try {
      const file = await host.pickFile('data');
      if (!file) return;
      // Reading takes its time: meanwhile more may have been chosen.
      change((now) =>
        side === 'current'
          ? { ...now, current: file, encodings: { ...now.encodings, current: 'auto' } }
          : {
              // Another reference has other columns: what was chosen of them is not meant any more.
              ...EMPTY_FORM,
              mode: now.mode,
              current: now.current,
              encodings: { ...now.encodings, reference: 'auto' },
              reference: file,
            },
      );
    } catch (error) {
      notifyFailure(sentenceOf(error));
    }
  };
  const readAs = (side: 'reference' | 'current', encoding: string): void =>
    change({ ...form, encodings: { ...form.encodings, [side]: encoding } });
  const ranges = form.mode === 'ranges';
  return (
    <Panel
      title="What is compared"
      hint="The reference is what the model was trained or approved on; the current sample is what it sees now. CSV or Parquet."
    >
      <div className={styles.sides}>
        <SegmentedControl aria-label="Kind of comparison" data={[...MODES]} value={form.mode} onChange={setMode} />
        <ModelSelect label="Judge by the bands of" placeholder="the portfolio" value={model} onChange={chooseModel} />
      </div>
      <div className={styles.sides}>
        <FileField
          label={ranges ? 'File' : 'Reference'}
          name={form.reference?.name ?? null}
          rows={inspected?.rows ?? null}
          choose={() => void choose('reference')}
          found={inspected?.encoding ?? null}
          encoding={form.encodings.reference}
          readAs={(encoding) => readAs('reference', encoding)}
        />
        {!ranges && (
          <FileField
            label="Current"
            name={form.current?.name ?? null}
            rows={null}
            choose={() => void choose('current')}
            found={null}
            encoding={form.encodings.current}
            readAs={(encoding) => readAs('current', encoding)}
          />
        )}
        {ranges && inspected && <Ranges form={form} inspected={inspected} change={change} />}
      </div>
      {problem !== null && <p className="mf-muted">{problem}</p>}
    </Panel>
  );
}

interface FileFieldProps {
  readonly label: string;
  readonly name: string | null;
  readonly rows: number | null;
  readonly choose: () => void;
  /** Of the text, as far as the file was read. */
  readonly found: string | null;
  readonly encoding: string;
  readonly readAs: (encoding: string) => void;
}

function FileField({ label, name, rows, choose, found, encoding, readAs }: FileFieldProps): ReactNode {
  return (
    <div className={styles.file}>
      <span className={styles.fileLabel}>{label}</span>
      <span className={styles.fileName} title={name ?? ''}>
        {name ?? <span className="mf-muted">no file yet</span>}
        {rows !== null && <span className="mf-muted"> · {formatNumber(rows)} rows</span>}
      </span>
      <Button size="compact-sm" variant="default" aria-label={`Choose the file: ${label}`} onClick={choose}>
        {name === null ? 'Choose' : 'Change'}
      </Button>
      {name !== null && found !== '' && !/\.parquet$/i.test(name) && (
        <EncodingSelect
          size="xs"
          aria-label={`Encoding of ${name}, ${label}`}
          found={found}
          value={encoding}
          onChange={readAs}
        />
      )}
    </div>
  );
}

function withRanges(form: MeasureForm, inspected: Inspected, name?: string): MeasureForm {
  const dates = dateColumns(inspected);
  const column = dates.find((one) => one.column === name) ?? dates[0];
  if (!column) return form;
  const proposed = proposeRanges(column);
  return {
    ...form,
    dateColumn: column.column,
    dateOrder: '',
    ...(proposed ? { referenceDays: proposed.reference, currentDays: proposed.current } : {}),
  };
}

function Ranges({
  form,
  inspected,
  change,
}: Pick<SidesPanelProps, 'form' | 'change'> & { inspected: Inspected }): ReactNode {
  const dates = dateColumns(inspected);
  if (dates.length === 0) {
    return (
      <p className={styles.warning}>
        {inspected.fileName} has no column of dates. Choose another file, or compare two files.
      </p>
    );
  }
  const chosen = dates.find(({ column }) => column === form.dateColumn);
  return (
    <>
      <NativeSelect
        label="Dates in"
        data={[...(chosen ? [] : [{ value: '', label: 'Choose a column' }]), ...dates.map(({ column }) => column)]}
        value={form.dateColumn}
        onChange={(event) => change(withRanges(form, inspected, event.currentTarget.value))}
      />
      {asksOrder(form, inspected) && (
        <NativeSelect
          label="Dates are written"
          data={ORDERS}
          value={form.dateOrder}
          onChange={({ currentTarget: { value } }) =>
            change({ ...form, dateOrder: value === 'dmy' || value === 'mdy' ? value : '' })
          }
        />
      )}
      <Days
        label="Reference"
        days={form.referenceDays}
        change={(referenceDays) => change({ ...form, referenceDays })}
      />
      <Days label="Current" days={form.currentDays} change={(currentDays) => change({ ...form, currentDays })} />
    </>
  );
}

function Days({
  label,
  days,
  change,
}: {
  readonly label: string;
  readonly days: DayRange;
  readonly change: (days: DayRange) => void;
}): ReactNode {
  return (
    <fieldset className={styles.days}>
      <legend className={styles.fileLabel}>{label}, both days in it</legend>
      <TextInput
        type="date"
        aria-label={`${label} from`}
        value={days.from}
        onChange={(event) => change({ ...days, from: event.currentTarget.value })}
      />
      <span className="mf-muted">to</span>
      <TextInput
        type="date"
        aria-label={`${label} to`}
        value={days.to}
        onChange={(event) => change({ ...days, to: event.currentTarget.value })}
      />
    </fieldset>
  );
}
