import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { Panel } from '../../../components/ui/panel';
import { formatCount, formatNumber } from '../../../lib/format';
import { SourceOptions } from '../source-options';
import type { ImportDraft } from '../use-import-draft';
import type { VersionMappingProps } from './version-columns';
import { outcomeRows } from './version-words';

interface VersionOutcomeProps extends VersionMappingProps {
  readonly draft: ImportDraft;
  readonly showProblems: () => void;
}

const DATE_ORDERS = [
  { value: '', label: 'as the file shows' },
  { value: 'dmy', label: 'Day, month, year (23/11/2026)' },
  { value: 'mdy', label: 'Month, day, year (11/23/2026)' },
  { value: 'ymd', label: 'Year, month, day (2026-11-23)' },
] as const;

/** What will happen in numbers, and how the file is read. */
export function VersionOutcome({ draft, preview, mapping, edit, showProblems }: VersionOutcomeProps): ReactNode {
  return (
    <>
      <Panel
        title="What will happen"
        hint={
          draft.waiting ? 'Working it out again …' : `of ${formatCount(preview.rows, 'row')}; nothing is stored yet`
        }
      >
        <dl className="mf-version-outcome">
          {outcomeRows(preview).map(([label, count]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd data-zero={count === 0}>{formatNumber(count)}</dd>
            </div>
          ))}
        </dl>
        <p className="mf-muted">Without a day: kept in order among the others, and never counted as live on a day.</p>
        {preview.problemsTotal > 0 ? (
          <Button variant="default" size="compact-sm" onClick={showProblems}>
            Look at the problems
          </Button>
        ) : null}
      </Panel>
      <Panel title="How the file is read">
        <div className="mf-reading">
          <NativeSelect
            label="Dates are written"
            description={
              preview.dateOrderShown ? 'The file itself shows the order.' : 'The file does not show the order.'
            }
            data={DATE_ORDERS.map((order) => ({ ...order }))}
            value={mapping.dateOrder ?? ''}
            onChange={(event) => {
              const found = DATE_ORDERS.find(({ value }) => value === event.currentTarget.value)?.value ?? '';
              edit((before) => ({ ...before, dateOrder: found === '' ? null : found }));
            }}
          />
          <SourceOptions draft={draft} preview={preview} />
        </div>
      </Panel>
    </>
  );
}
