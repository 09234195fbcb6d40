import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { Input } from '#contract/index';
import { EXPORTED_NAMES } from '#domain/models/model-fields';
import { call } from '../../../client/call';
import { useCommands } from '../../../commands/registry';
import { ColumnChooser } from '../../../components/table/column-chooser';
import type { ColumnStore } from '../../../components/table/column-store';
import { ExportMenu } from '../../../components/table/export-menu';
import css from '../../../components/table/list-page.module.css';
import { ListSearch } from '../../../components/table/list-search';
import type { LayoutControl } from '../../../components/table/use-column-layout';
import { PageHeader } from '../../../components/ui/page-header';
import { type SavedView, SavedViews } from '../../../components/views/saved-views';
import { COLUMNS } from './columns';
import { FilterBar } from './filter-bar';
import { LiveDay } from './live-day';
import { countWords, sublineOf, valueCounts } from './portfolio-counts';
import type { ViewControl } from './use-view-state';
import { fromAddress, type ViewState } from './view-state';

interface PortfolioHeadProps {
  readonly store: ColumnStore;
  readonly order: Uint32Array;
  readonly view: ViewControl;
  readonly engineIds: ReadonlySet<string> | null;
  readonly columns: LayoutControl;
  readonly onNew: () => void;
  readonly onClear: () => void;
}

/** What is shown in words, and everything that changes it. */
export function PortfolioHead({
  store,
  order,
  view,
  engineIds,
  columns,
  onNew,
  onClear,
}: PortfolioHeadProps): ReactNode {
  const { state, change } = view;
  const { search, filter } = state;
  const words = countWords(order.length, store.ids.length);
  const subline = useMemo(() => sublineOf(store, order), [store, order]);
  const other = state.layout === 'grid' ? 'board' : 'grid';
  useCommands([
    {
      id: 'portfolio.layout',
      label: `Show the portfolio as a ${other}`,
      group: 'View',
      run: () => change({ layout: other }),
    },
    { id: 'portfolio.clear', label: 'Clear search and filters', group: 'View', run: onClear },
  ]);
  return (
    <>
      <PageHeader
        headline={words}
        subline={subline}
        actions={
          <>
            <SavedViews
              page="portfolio"
              current={state.view}
              kept={{
                search,
                filter,
                sort: [...state.sort],
                layout: state.layout,
                columns: [...columns.layout.visible],
              }}
              onApply={(next) => {
                columns.apply(next.columns);
                change(stateOf(next));
              }}
              onView={(id) => change({ view: id })}
            />
            <ExportMenu
              of="model"
              count={order.length}
              make={(target) =>
                call('exports.models', {
                  ...target,
                  ids: Array.from(order, (row) => store.ids[row] ?? ''),
                  columns: exportColumns(columns.layout.visible),
                })
              }
            />
            <Button onClick={onNew}>New model</Button>
          </>
        }
      />
      <p role="status" className="mf-hidden">
        {words}
      </p>
      <div className={css.tools}>
        <ListSearch
          label="Search models"
          placeholder="Search name, unit, owner, tag, id"
          value={search}
          onChange={(next) => change({ search: next })}
        />
        <FilterBar
          filter={filter}
          onFilter={(next) => change({ filter: next })}
          counts={(spec) => valueCounts(store, { search, filter, engineIds }, spec)}
        />
        <span className={css.spring} />
        {state.layout === 'grid' ? <LiveDay day={state.live} onChange={(live) => change({ live })} /> : null}
        {state.layout === 'grid' ? (
          <ColumnChooser columns={COLUMNS} layout={columns.layout} onChange={columns.change} onReset={columns.reset} />
        ) : null}
        <SegmentedControl
          aria-label="Layout"
          value={state.layout}
          data={[
            { value: 'grid', label: 'Grid' },
            { value: 'board', label: 'Board' },
          ]}
          onChange={(value) => change({ layout: value === 'board' ? 'board' : 'grid' })}
        />
      </div>
    </>
  );
}

const stateOf = (view: SavedView): ViewState =>
  fromAddress({ q: view.search, filter: view.filter, sort: view.sort, layout: view.layout, view: view.id });

type ExportColumn = Input<'exports.models'>['columns'][number];

/** The shown columns of the grid as the export names them. */
const exportColumns = (visible: readonly string[]): ExportColumn[] =>
  visible.flatMap((id) => EXPORTED_NAMES.filter((name) => name === id));
