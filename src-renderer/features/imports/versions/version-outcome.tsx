import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { sayDated } from '#domain/base/period';
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
      {preview.ended.length > 0 ? <Ended ended={preview.ended} /> : null}
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

const NAMED = 4;

/** Models that the stage says are in use, and of which no version is live any more. */
function Ended({ ended }: Pick<VersionMappingProps['preview'], 'ended'>): ReactNode {
  const left = ended.length - NAMED;
  return (
    <Panel
      title={`No version live any more: ${formatNumber(ended.length)}`}
      hint="Their last version has ended and nothing followed. The stage stays as it is: once this is stored, they open in the grid, and each model’s page asks whether it is retired or what followed."
    >
      <ul className="mf-version-ended">
        {ended.slice(0, NAMED).map(({ name, version, until, untilPrecision }) => (
          <li key={`${name} ${version}`}>
            <span className="mf-cut" title={name}>
              {name}
            </span>
            <span className="mf-muted mf-version-day">
              {version}, {sayDated({ at: until, precision: untilPrecision })}
            </span>
          </li>
        ))}
      </ul>
      {left > 0 ? <p className="mf-muted">and {formatCount(left, 'more model')}</p> : null}
    </Panel>
  );
}
