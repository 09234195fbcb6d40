import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { Output } from '#contract/index';
import { call } from '../../client/call';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';
import { ColumnChooser } from '../../components/table/column-chooser';
import { ExportMenu } from '../../components/table/export-menu';
import { FilterChips } from '../../components/table/filter-chips';
import css from '../../components/table/list-page.module.css';
import { ListSearch } from '../../components/table/list-search';
import { PageHeader } from '../../components/ui/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/ui/states';
import { AddressViews } from '../../components/views/address-views';
import { useViewColumns } from '../../components/views/use-view-columns';
import { formatCount, formatNumber } from '../../lib/format';
import { useIncidentReport } from '../../stores/incident-report';
import { BulkBar } from './bulk-bar';
import { filterChips, withoutField } from './filter-words';
import { IncidentFilters } from './incident-filters';
import { IncidentTabs } from './incident-tabs';
import { COLUMNS, exportColumns, KNOWN_COLUMNS, USUAL_COLUMNS } from './register-columns';
import { RegisterGrid } from './register-grid';
import { useRegisterState } from './register-state';
import { questionOf, useIncidentRows } from './use-incident-rows';
import { useMarked } from './use-marked';

const REGISTER_COLUMNS = { key: 'modelfolio.incidents.columns', known: KNOWN_COLUMNS, usual: USUAL_COLUMNS };

const HINT =
  'Enter opens an incident or edits a cell, Space marks, Shift with arrows marks several, Delete takes them out.';

type Facets = Output<'incidents.facets'>;

const countWords = (shown: number, all: number): string =>
  shown === all ? formatCount(all, 'incident') : `${formatNumber(shown)} of ${formatCount(all, 'incident')}`;

function sublineOf({ open, unattached }: Facets): string {
  const attached =
    unattached === 0
      ? 'each belongs to a model'
      : `${formatNumber(unattached)} of no known model: attach ${unattached === 1 ? 'it' : 'them'} when the model is found`;
  return `${open === 0 ? 'None is open' : `${formatNumber(open)} open`}; ${attached}.`;
}

function Register({ facets, currency }: { readonly facets: Facets; readonly currency: string }): ReactNode {
  const view = useRegisterState();
  const { search, filter } = view.state;
  const rows = useIncidentRows(view.state);
  const marked = useMarked(rows, view.state);
  const columns = useViewColumns(REGISTER_COLUMNS, useSearch({ from: '/incidents' }).view ?? null);
  const remove = useCommand('incidents.remove').run;
  const report = useIncidentReport((state) => state.open);
  const owners = useMemo(() => facets.owners.map(({ value }) => value).slice(0, 200), [facets]);
  const names = useMemo(() => new Map(facets.models.map(({ id, name }) => [id, name])), [facets]);
  const chips = filterChips(filter, (id) => names.get(id));
  const clear = (): void => view.change({ search: '', filter: {} });
  const onDelete = (ids: readonly string[]): void => {
    if (ids.length > 0) void remove({ ids: [...ids] });
  };
  const words = rows.total === null ? formatCount(facets.total, 'incident') : countWords(rows.total, facets.total);
  const narrowedBy = [
    ...(search.trim() === '' ? [] : [`the search “${search.trim()}”`]),
    ...chips.map(({ text }) => `the filter “${text}”`),
  ];
  return (
    <div className={css.page}>
      <IncidentTabs />
      <PageHeader
        headline={words}
        subline={sublineOf(facets)}
        actions={
          <>
            <AddressViews page="incidents" columns={columns.layout.visible} />
            <ExportMenu
              of="incident"
              count={rows.total}
              make={(target) =>
                call('exports.incidents', {
                  ...target,
                  ...questionOf(view.state),
                  columns: exportColumns(columns.layout.visible),
                })
              }
            />
            <Button onClick={() => report()}>Report an incident</Button>
          </>
        }
      />
      <p role="status" className="mf-hidden">
        {words}
      </p>
      <div className={css.tools}>
        <ListSearch
          label="Search incidents"
          placeholder="Search title, model, owner, number"
          value={search}
          onChange={(next) => view.change({ search: next })}
        />
        <IncidentFilters state={view.state} onFilter={(next) => view.change({ filter: next })} />
        <span className={css.spring} />
        <ColumnChooser columns={COLUMNS} layout={columns.layout} onChange={columns.change} onReset={columns.reset} />
      </div>
      {marked.ids.length > 0 ? (
        <BulkBar ids={marked.ids} onClear={marked.clear} onDelete={onDelete} />
      ) : (
        <FilterChips
          search={search}
          chips={chips}
          onRemove={(key) => view.change({ filter: withoutField(filter, key) })}
          onClear={clear}
          hint={HINT}
        />
      )}
      {rows.error !== null && rows.total === null ? (
        <ErrorState error={rows.error} retry={rows.retry} heading="h2" />
      ) : rows.total === 0 ? (
        <div className={css.nothing}>
          <EmptyState title="Nothing found" heading="h2" action={{ label: 'Clear search and filters', run: clear }}>
            No incident fits {narrowedBy.join(' and ')}.
          </EmptyState>
        </div>
      ) : (
        <RegisterGrid
          rows={rows}
          view={view}
          columns={columns}
          marked={marked}
          currency={currency}
          owners={owners}
          onDelete={onDelete}
        />
      )}
    </div>
  );
}

/** Every incident: searched, filtered, marked and edited in place. */
export function RegisterPage(): ReactNode {
  const navigate = useNavigate();
  const report = useIncidentReport((state) => state.open);
  const { data: facets, error, refetch } = useChannel('incidents.facets', {});
  const { data: info } = useChannel('portfolio.info', {});
  if (error !== null && facets === undefined)
    return <ErrorState error={error} title="The incidents could not be read" retry={() => void refetch()} />;
  if (facets === undefined || info === undefined) return <Loading rows={14} label="Reading the incidents" />;
  if (facets.total === 0) {
    return (
      <EmptyState
        title="No incident has been registered"
        action={{ label: 'Report an incident', run: () => report() }}
        other={{ label: 'Import a log', run: () => void navigate({ to: '/import' }) }}
      >
        That none is known does not mean that there was none. This page lists what went wrong with which model, from the
        first alarm to the postmortem. Report one in a line, or import the log of ServiceNow, PagerDuty, Jira, Opsgenie
        or a plain table.
      </EmptyState>
    );
  }
  return <Register facets={facets} currency={info.currency} />;
}
