import { Button, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import type { ModelFilter } from '#contract/models/models';
import { settledDay } from '#domain/base/moving-day';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import { FacetValues, type ValueCount } from '../../../components/table/facet-values';
import { FilterPopover, MoreFilters, YesNoFilter } from '../../../components/table/filter-popovers';
import { utcToday } from '../../../lib/utc-today';
import { DUE_PRESETS } from './due-presets';
import { FACETS, type FacetSpec, facetSpec, type ListKey, QUICK_FACETS } from './facets';
import { chosenValues, toggleValue, withoutField } from './filter-edits';

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

type OtherPane = ListKey | 'production' | 'challenger' | 'due';
const LISTED = FACETS.filter((spec) => !QUICK_FACETS.includes(spec.key));
const OTHER_PANES = [
  ...LISTED,
  { key: 'production', label: MODEL_FIELDS.inProduction.label },
  { key: 'challenger', label: 'Challenger' },
  { key: 'due', label: MODEL_FIELDS.reviewDue.label },
] as const;

function ProductionPane({ filter, onFilter }: FilterBarProps): ReactNode {
  const without = withoutField(filter, 'inProduction');
  return (
    <YesNoFilter
      name="in-production"
      label="In production"
      yes="In production"
      no="Not in production"
      value={filter.inProduction}
      onChange={(value) => onFilter(value === undefined ? without : { ...without, inProduction: value })}
    />
  );
}

function ChallengerPane({ filter, onFilter }: FilterBarProps): ReactNode {
  const without = withoutField(filter, 'challenger');
  return (
    <YesNoFilter
      name="challenger"
      label="Challenger"
      yes="A version runs beside the live one"
      no="None does"
      value={filter.challenger}
      onChange={(value) => onFilter(value === undefined ? without : { ...without, challenger: value })}
    />
  );
}

function DuePane({ filter, onFilter }: FilterBarProps): ReactNode {
  const before = filter.reviewDueBefore ?? '';
  const without = withoutField(filter, 'reviewDueBefore');
  const show = (day: string): void => onFilter(day === '' ? without : { ...filter, reviewDueBefore: day });
  return (
    <Stack gap={8} align="start">
      {DUE_PRESETS.map((preset) => (
        <Button
          key={preset.label}
          variant={before === preset.before ? 'filled' : 'default'}
          size="compact-sm"
          aria-pressed={before === preset.before}
          onClick={() => show(before === preset.before ? '' : preset.before)}
        >
          {preset.label}
        </Button>
      ))}
      <TextInput
        type="date"
        label="Review due on or before"
        // The engine's day, by which Overview counts what is overdue.
        value={settledDay(before, utcToday())}
        onChange={(event) => show(event.currentTarget.value)}
      />
    </Stack>
  );
}

function OtherFilters(bar: FilterBarProps): ReactNode {
  const [pane, setPane] = useState<OtherPane>('type');
  const spec = pane === 'production' || pane === 'challenger' || pane === 'due' ? undefined : facetSpec(pane);
  const keys = [...LISTED.map(({ key }) => key), 'inProduction', 'challenger', 'reviewDueBefore'] as const;
  const active = keys.filter((key) => bar.filter[key] !== undefined).length;
  return (
    <MoreFilters<OtherPane> panes={OTHER_PANES} open={pane} onOpen={setPane} active={active}>
      {pane === 'production' ? <ProductionPane {...bar} /> : null}
      {pane === 'challenger' ? <ChallengerPane {...bar} /> : null}
      {pane === 'due' ? <DuePane {...bar} /> : null}
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
