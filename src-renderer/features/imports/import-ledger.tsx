import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useFileActions } from '../../client/use-file-actions';
import { usePastedTable } from '../../client/use-pasted-table';
import { useChannel } from '../../client/use-query';
import { PageHeader } from '../../components/ui/page-header';
import { Panel } from '../../components/ui/panel';
import { EmptyState, ErrorState, Loading } from '../../components/ui/states';
import { formatAgo, formatCount } from '../../lib/format';
import { ImportTabs } from './import-tabs';
import { LedgerRow } from './ledger-row';
import './imports.css';
import './preview.css';

const HEADS = [
  { label: 'When' },
  { label: 'File' },
  { label: 'By' },
  { label: 'Rows', numeric: true },
  { label: 'New', numeric: true },
  { label: 'Updated', numeric: true },
  { label: 'Unchanged', numeric: true },
  { label: 'Refused', numeric: true },
] as const;

/** What was imported into this portfolio, each with its way back. */
export function ImportLedger(): ReactNode {
  const { importTable } = useFileActions();
  const navigate = useNavigate();
  usePastedTable();
  const { data, error, refetch } = useChannel('imports.list', {});
  const [open, setOpen] = useState<string | null>(null);
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const last = data.imports[0];
  if (!last) {
    return (
      <EmptyState
        title="Bring in the inventory that you have"
        action={{ label: 'Choose a file', run: () => void importTable() }}
        other={{ label: 'Connect a server', run: () => void navigate({ to: '/import/connections' }) }}
      >
        A spreadsheet, CSV or JSON file with one model a row, in any order of columns. You map the columns, see what
        each row becomes and what is in the way, and only then store it. Every import is listed here and can be undone
        whole. A file can also be dropped anywhere in this window, and a table pasted here.
      </EmptyState>
    );
  }
  return (
    <>
      <ImportTabs />
      <PageHeader
        headline={`${formatCount(data.imports.length, 'import')}, the last one ${formatAgo(last.at, new Date())}`}
        subline="Importing a newer edition of a file updates the models that it names and leaves what you edited here. A table can also be pasted here."
        actions={<Button onClick={() => void importTable()}>Import a file</Button>}
      />
      <Panel
        title="Import ledger"
        hint="An undone import stays listed. What was edited after an import stays as edited."
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
        <section className="mf-ledger" aria-label="Imports" tabIndex={0}>
          <table className="mf-table">
            <thead>
              <tr>
                {HEADS.map((head) => (
                  <th key={head.label} scope="col" className={'numeric' in head ? 'mf-number' : ''}>
                    {head.label}
                  </th>
                ))}
                <th scope="col">
                  <span className="mf-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.imports.map((record) => (
                <LedgerRow
                  key={record.id}
                  record={record}
                  open={open === record.id}
                  toggle={() => setOpen((before) => (before === record.id ? null : record.id))}
                />
              ))}
            </tbody>
          </table>
        </section>
      </Panel>
    </>
  );
}
