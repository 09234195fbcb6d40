import { type ReactNode, useState } from 'react';
import type { InventoryPreview } from '#contract/imports/imports';
import { targetLabel } from '#domain/models/import-targets';
import { STAGE_LABELS, STAGES } from '#domain/vocabulary';
import { useChannel } from '../../../client/use-query';
import { StatusMark } from '../../../components/ui/status-mark';
import { storedText } from '../stored-text';

type Row = InventoryPreview['sample'][number];

const ACTIONS: Readonly<Record<Row['action'], string>> = {
  create: 'New',
  update: 'Update',
  unchanged: 'Unchanged',
  wait: 'Waits',
  refuse: 'Refused',
};

const stageWord = (stage: string): string => {
  const known = STAGES.find((each) => each === stage);
  return known ? STAGE_LABELS[known] : stage;
};

function Values({ row, currency }: { readonly row: Row; readonly currency: string }): ReactNode {
  return (
    <dl className="mf-sample-values">
      {row.values.map(({ field, text, before }) => (
        <div key={field}>
          <dt className="mf-muted">{targetLabel(field)}</dt>
          <dd>
            {row.action === 'update' && before !== '' ? (
              <>
                <del>{storedText(field, before, currency)}</del> → <ins>{storedText(field, text, currency)}</ins>
              </>
            ) : (
              storedText(field, text, currency) || '–'
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface SampleRowProps {
  readonly row: Row;
  readonly currency: string;
  readonly open: boolean;
  readonly toggle: () => void;
}

function SampleRow({ row, currency, open, toggle }: SampleRowProps): ReactNode {
  const line = row.values
    .filter(({ field, text }) => field !== 'name' && text !== '')
    .map(({ field, text }) => `${targetLabel(field)}: ${storedText(field, text, currency)}`)
    .join(' · ');
  return (
    <>
      <tr>
        <td className="mf-number">{row.row}</td>
        <td>
          {row.action === 'refuse' ? <StatusMark status="act" label={ACTIONS[row.action]} /> : ACTIONS[row.action]}
        </td>
        <td>
          <button
            type="button"
            className="mf-sample-name mf-cut"
            aria-expanded={open}
            onClick={toggle}
            title={row.name}
          >
            {row.name === '' ? 'no name' : row.name}
          </button>
        </td>
        <td>{stageWord(row.stage)}</td>
        <td className="mf-muted mf-cut" title={line}>
          {row.action === 'unchanged' ? 'as it is' : line}
        </td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={5} className="mf-values-cell">
            <Values row={row} currency={currency} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** The first rows as they would be stored; of an update only what it changes, before → after. */
export function SampleRows({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  const [open, setOpen] = useState<number | null>(null);
  const { data: info } = useChannel('portfolio.info', {});
  const currency = info?.currency ?? 'EUR';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-sample" aria-label="Rows as they would be stored" tabIndex={0}>
      <table className="mf-table mf-sample-table">
        <thead>
          <tr>
            <th scope="col" className="mf-number">
              Row
            </th>
            <th scope="col">What</th>
            <th scope="col">Name</th>
            <th scope="col">Stage</th>
            <th scope="col">Values</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SampleRow
              key={row.row}
              row={row}
              currency={currency}
              open={open === row.row}
              toggle={() => setOpen((before) => (before === row.row ? null : row.row))}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
