import { type ReactNode, useCallback, useState } from 'react';
import type { ModelFilter } from '#contract/models/model-filter';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import { FacetValues, type ValueCount } from '../../../components/table/facet-values';
import { FilterPopover, MoreFilters } from '../../../components/table/filter-popovers';
import { FACETS, type FacetSpec, facetSpec, type ListKey, QUICK_FACETS } from './facets';
import { chosenValues, toggleValue } from './filter-edits';
import { isOwnPane, OWN_KEYS, OwnFilter, type OwnPane } from './own-filters';

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
  return (
    <FilterPopover label={spec.label} active={bar.filter[facet]?.length ?? 0} name={`Filter by ${spec.label}`}>
      <OneFacet spec={spec} {...bar} />
    </FilterPopover>
  );
}

type OtherPane = ListKey | OwnPane;
const LISTED = FACETS.filter((spec) => !QUICK_FACETS.includes(spec.key));
const OTHER_PANES = [
  ...LISTED,
  { key: 'production', label: MODEL_FIELDS.inProduction.label },
  { key: 'challenger', label: 'Challenger' },
  { key: 'gate', label: 'Gate' },
  { key: 'evidence', label: 'Evidence' },
  { key: 'due', label: MODEL_FIELDS.reviewDue.label },
  { key: 'incident', label: MODEL_FIELDS.openIncidents.label },
  { key: 'result', label: MODEL_FIELDS.lastResult.label },
  { key: 'quality', label: MODEL_FIELDS.dataQuality.label },
] as const;

function OtherFilters(bar: FilterBarProps): ReactNode {
  const [pane, setPane] = useState<OtherPane>('type');
  const spec = isOwnPane(pane) ? undefined : facetSpec(pane);
  const keys = [...LISTED.map(({ key }) => key), ...OWN_KEYS] as const;
  const active = keys.filter((key) => bar.filter[key] !== undefined).length;
  return (
    <MoreFilters<OtherPane> panes={OTHER_PANES} open={pane} onOpen={setPane} active={active}>
      {isOwnPane(pane) ? <OwnFilter pane={pane} {...bar} /> : null}
      {spec ? <OneFacet key={spec.key} spec={spec} {...bar} /> : null}
    </MoreFilters>
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
