import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';
import { ErrorState, Loading } from '../../components/ui/states';
import { DateText } from '../../components/ui/text';
import { formatNumber } from '../../lib/format';
import { groupProblems } from './filter-problems';
import { ProblemList } from './problem-list';
import { SetLinks } from './set-links';
import { Settled } from './settled';

type Record = Output<'imports.list'>['imports'][number];

function LedgerProblems({ importId }: { readonly importId: string }): ReactNode {
  const { data, error } = useChannel('imports.problems', { importId }, { keepPrevious: false });
  if (error) return <ErrorState error={error} heading="h2" />;
  if (!data) return <Loading rows={3} />;
  return (
    <ProblemList
      problems={data.problems}
      total={data.problems.length}
      groups={groupProblems(data.problems)}
      parts={data.parts}
    />
  );
}

interface LedgerRowProps {
  readonly record: Record;
  readonly open: boolean;
  readonly toggle: () => void;
}

export function LedgerRow({ record, open, toggle }: LedgerRowProps): ReactNode {
  const navigate = useNavigate();
  const undo = useCommand('imports.undo');
  return (
    <>
      <tr data-undone={record.undone}>
        <td>
          <DateText value={record.at} withTime />
        </td>
        <td className="mf-ledger-file mf-cut" title={record.fileName}>
          {record.fileName}
          {record.undone ? <span className="mf-muted"> – undone</span> : null}
        </td>
        <td className="mf-cut">{record.actor}</td>
        {[record.rows, record.created, record.updated, record.unchanged, record.rejected].map((count, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: five counts in a fixed order
          <td className="mf-number" key={at}>
            {formatNumber(count)}
          </td>
        ))}
        <td>
          <div className="mf-ledger-actions">
            <Button size="compact-xs" variant="default" aria-expanded={open} onClick={toggle}>
              Problems
            </Button>
            {record.format === 'inventory' ? (
              <Button
                size="compact-xs"
                variant="default"
                disabled={record.undone}
                onClick={() => void navigate({ to: '/portfolio', search: { import: record.id } })}
              >
                Models
              </Button>
            ) : null}
            <Button
              size="compact-xs"
              variant="default"
              disabled={record.undone}
              loading={undo.pending}
              aria-label={`Undo the import of ${record.fileName}`}
              onClick={() => void undo.run({ importId: record.id })}
            >
              Undo
            </Button>
          </div>
        </td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={9} className="mf-values-cell">
            <SetLinks importId={record.id} />
            <Settled importId={record.id} />
            <LedgerProblems importId={record.id} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
