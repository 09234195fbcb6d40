import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageHeader } from '../../components/ui/page-header';
import { Panel } from '../../components/ui/panel';
import { EmptyState, ErrorState, Loading } from '../../components/ui/states';
import { formatAgo, formatCount, formatNumber } from '../../lib/format';
import { JournalTable } from './journal-table';
import { useJournal } from './use-journal';
import { VerifyButton } from './verify-button';
import './journal.css';

/** Everything that was changed, by whom and when; it is only ever added to. */
export function JournalPage(): ReactNode {
  const { entries, total, error, loading, more, loadMore, retry } = useJournal();
  const last = entries[0];
  if (error && !last) return <ErrorState error={error} retry={retry} />;
  if (loading && !last) return <Loading rows={12} />;
  if (!last) {
    return (
      <EmptyState title="The journal is empty">
        Every change will be listed here with who made it, when, and what it did: moves of models, edits, imports,
        settings. Nothing is ever taken out of it; an undo is an entry of its own.
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeader
        headline={`${formatCount(total, 'change')}, the last one ${formatAgo(last.at, new Date())}`}
        subline="Entries are chained by their hashes: one that was altered or taken out is found by verifying."
        actions={<VerifyButton />}
      />
      <Panel title="Journal" hint="The newest first. Undone changes stay, and the undo stands above them.">
        <JournalTable entries={entries} />
        <div className="mf-journal-foot">
          <span className="mf-muted" role="status">
            {formatNumber(entries.length)} of {formatNumber(total)} shown
          </span>
          {more ? (
            <Button variant="default" loading={loading} onClick={loadMore}>
              Show older entries
            </Button>
          ) : null}
        </div>
      </Panel>
    </>
  );
}
