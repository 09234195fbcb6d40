import { Button, Popover, TextInput } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import type { ModelFilter } from '#contract/models';
import { FacetValues, type ValueCount } from '../../components/table/facet-values';
import { FACETS, type FacetSpec, facetSpec, type ListKey, QUICK_FACETS } from './facets';
import { chosenValues, toggleValue, withoutField } from './filter-edits';
import css from '../../components/table/filter-bar.module.css';

export interface FilterBarProps {
  readonly filter: ModelFilter;
  readonly onFilter: (filter: ModelFilter) => void;
  readonly counts: (spec: FacetSpec) => readonly ValueCount[];
}

function OneFacet({ spec, filter, onFilter, counts }: FilterBarProps & { readonly spec: FacetSpec }): ReactNode {
  const ask = useCallback(() => counts(spec), [counts, spec]);
  return (
    <FacetValues
      spec={spec}
      counts={ask}
      chosen={chosenValues(filter, spec.key)}
      onToggle={(value) => onFilter(toggleValue(filter, spec.key, value))}
    />
  );
}

function QuickFacet({ facet, ...bar }: FilterBarProps & { readonly facet: ListKey }): ReactNode {
  const spec = facetSpec(facet);
  if (spec === undefined) return null;
  const chosen = bar.filter[facet]?.length ?? 0;
  return (
    <Popover position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant={chosen > 0 ? 'light' : 'default'}>
          {spec.label}
          {chosen > 0 ? `: ${chosen}` : ''}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Filter by ${spec.label}`}>
        <OneFacet spec={spec} {...bar} />
      </Popover.Dropdown>
    </Popover>
  );
}

type OtherPane = ListKey | 'production' | 'due';
const LISTED = FACETS.filter((spec) => !QUICK_FACETS.includes(spec.key));

function ProductionPane({ filter, onFilter }: FilterBarProps): ReactNode {
  const line = (label: string, value: boolean | undefined): ReactNode => (
    <label className={css.value}>
      <input
        type="radio"
        name="in-production"
        checked={filter.inProduction === value}
        onChange={() =>
          onFilter(value === undefined ? withoutField(filter, 'inProduction') : { ...filter, inProduction: value })
        }
      />
      {label}
    </label>
  );
  return (
    <fieldset className={css.list}>
      <legend className="mf-hidden">In production</legend>
      {line('Any', undefined)}
      {line('In production', true)}
      {line('Not in production', false)}
    </fieldset>
  );
}

function DuePane({ filter, onFilter }: FilterBarProps): ReactNode {
  return (
    <TextInput
      type="date"
      label="Review due on or before"
      value={filter.reviewDueBefore ?? ''}
      onChange={(event) => {
        const day = event.currentTarget.value;
        onFilter(day === '' ? withoutField(filter, 'reviewDueBefore') : { ...filter, reviewDueBefore: day });
      }}
    />
  );
}

function OtherFilters(bar: FilterBarProps): ReactNode {
  const [pane, setPane] = useState<OtherPane>('type');
  const spec = pane === 'production' || pane === 'due' ? undefined : facetSpec(pane);
  const active = LISTED.filter(({ key }) => bar.filter[key] !== undefined).length;
  const tab = (key: OtherPane, label: string): ReactNode => (
    <button key={key} type="button" className={css.tab} aria-pressed={pane === key} onClick={() => setPane(key)}>
      {label}
    </button>
  );
  return (
    <Popover position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant={active > 0 ? 'light' : 'default'}>More filters{active > 0 ? `: ${active}` : ''}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="More filters">
        <div className={css.panes}>
          <div className={css.tabs}>
            {LISTED.map(({ key, label }) => tab(key, label))}
            {tab('production', 'In production')}
            {tab('due', 'Review due')}
          </div>
          <div className={css.pane}>
            {pane === 'production' ? <ProductionPane {...bar} /> : null}
            {pane === 'due' ? <DuePane {...bar} /> : null}
            {spec ? <OneFacet key={spec.key} spec={spec} {...bar} /> : null}
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The filters as small popovers, each value with its count. */
export function FilterBar(props: FilterBarProps): ReactNode {
  return (
    <>
      {QUICK_FACETS.map((facet) => (
        <QuickFacet key={facet} facet={facet} {...props} />
      ))}
      <OtherFilters {...props} />
    </>
  );
}
