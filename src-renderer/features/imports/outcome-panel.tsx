import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Preview } from '#contract/imports/imports';
import { Panel } from '../../components/ui/panel';
import { StatusMark } from '../../components/ui/status-mark';
import { formatCount, formatNumber, formatShare } from '../../lib/format';
import { EFFECTS, effectCounts } from './import-words';

interface OutcomePanelProps {
  readonly preview: Preview;
  /** What the file holds, as `model`, and how many of them. */
  readonly thing?: string;
  readonly total?: number;
  readonly waiting: boolean;
  readonly showProblems: () => void;
}

/** What the import would do, in four numbers and one bar each. */
export function OutcomePanel({
  preview,
  thing = 'model',
  total: things,
  waiting,
  showProblems,
}: OutcomePanelProps): ReactNode {
  const total = things ?? preview.rows;
  const rows = [
    { label: `New ${thing}s`, count: preview.creates, tone: 'accent' },
    { label: 'Updated', count: preview.updates, tone: 'ok' },
    { label: 'Unchanged', count: preview.unchanged, tone: 'silent' },
    { label: 'Refused', count: preview.rejected, tone: 'act' },
  ];
  return (
    <Panel
      title="What will happen"
      hint={
        waiting
          ? 'Working it out again …'
          : `of ${things === undefined ? formatCount(total, 'row') : formatCount(total, thing)}; nothing is stored yet`
      }
    >
      <dl className="mf-outcome">
        {rows.map(({ label, count, tone }) => {
          const share = total === 0 ? 0 : count / total;
          return (
            <div className="mf-outcome-row" key={label}>
              <dt>{label}</dt>
              <dd className="mf-outcome-bar" aria-hidden="true">
                <span data-tone={tone} style={{ width: `${share * 100}%` }} />
              </dd>
              <dd className="mf-outcome-count" title={formatShare(share)}>
                {formatNumber(count)}
              </dd>
            </div>
          );
        })}
      </dl>
      <ul className="mf-outcome-problems" aria-label="Problems">
        {effectCounts(preview).map(({ effect, count }) => (
          <li key={effect}>
            <StatusMark status={EFFECTS[effect].mark} label={EFFECTS[effect].label} />
            <span className="mf-outcome-count">{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
      {preview.problemsTotal > 0 ? (
        <Button variant="default" size="compact-sm" onClick={showProblems}>
          Look at the problems
        </Button>
      ) : null}
    </Panel>
  );
}
