import { Button } from '@mantine/core';
import { type ReactNode, useDeferredValue } from 'react';
import { settledDay } from '#domain/base/moving-day';
import { useChannel } from '../../client/use-query';
import { PageHeader } from '../../components/ui/page-header';
import { Panel } from '../../components/ui/panel';
import { EmptyState, ErrorState, Loading } from '../../components/ui/states';
import { AddressViews } from '../../components/views/address-views';
import { formatAgo, formatCount, formatNumber } from '../../lib/format';
import { utcToday } from '../../lib/utc-today';
import { EvidenceMenu } from './evidence-menu';
import { JournalFilters } from './journal-filters';
import { JournalTable } from './journal-table';
import { useJournal } from './use-journal';
import { useJournalSearch } from './use-journal-search';
import { VerifyButton } from './verify-button';
import './journal.css';

/** A day that moves with the calendar as the day that it is now; '' = none. */
const settled = (day = ''): string => (day === '' ? '' : settledDay(day, utcToday()));

const CHAINED = 'Entries are chained by their hashes: one that was altered or taken out is found by verifying.';

/** Everything that was changed, by whom and when; it is only ever added to. */
export function JournalPage(): ReactNode {
  const control = useJournalSearch();
  const { search, ...rest } = control.state;
  const q = useDeferredValue(search.trim());
  const { entries, total, error, loading, more, loadMore, retry } = useJournal({ ...rest, ...(q !== '' && { q }) });
  const { data: facets } = useChannel('journal.facets', {});
  if (error && total === null) return <ErrorState error={error} retry={retry} />;
  if (total === null || facets === undefined) return <Loading rows={12} />;
  const all = facets.actors.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) {
    return (
      <EmptyState title="The journal is empty">
        Every change will be listed here with who made it, when, and what it did: moves of models, edits, imports,
        settings. Nothing is ever taken out of it; an undo is an entry of its own.
      </EmptyState>
    );
  }
  const [last] = entries;
  const found = total === all ? formatCount(all, 'change') : `${formatNumber(total)} of ${formatCount(all, 'change')}`;
  const unread =
    rest.field !== undefined && facets.unread > 0
      ? ` ${formatCount(facets.unread, 'large import')} of an earlier version ${facets.unread === 1 ? 'is' : 'are'} not searched by field.`
      : '';
  return (
    <>
      <PageHeader
        headline={last ? `${found}, the last one ${formatAgo(last.at, new Date())}` : found}
        subline={`${CHAINED}${unread}`}
        actions={
          <>
            <AddressViews page="journal" />
            <EvidenceMenu from={settled(rest.from)} to={settled(rest.to)} />
            <VerifyButton />
          </>
        }
      />
      <Panel title="Journal" hint="The newest first. Undone changes stay, and the undo stands above them.">
        <JournalFilters control={control} facets={facets} />
        {last ? (
          <JournalTable entries={entries} />
        ) : (
          <p className="mf-muted">No change fits what is asked for. Take a part of it away, or look at another time.</p>
        )}
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
