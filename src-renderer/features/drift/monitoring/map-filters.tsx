import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { HEALTH_LABELS, HEALTHS } from '#domain/vocabulary';
import { AddressViews } from '../../../components/views/address-views';
import { earlier, later } from './map-range';
import styles from './monitoring.module.css';
import type { Bucket } from './monitoring-types';
import type { MapView } from './use-map-view';

const TIERS = [
  { value: '', label: 'All tiers' },
  { value: '1', label: 'Tier 1' },
  { value: '2', label: 'Tier 2' },
  { value: '3', label: 'Tier 3' },
  { value: 'none', label: 'No tier' },
];

const BUCKETS: readonly { value: Bucket; label: string }[] = [
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
  { value: 'quarter', label: 'Quarter' },
];

function tierOf(value: string): 1 | 2 | 3 | 'none' | null {
  if (value === 'none') return value;
  return value === '1' ? 1 : value === '2' ? 2 : value === '3' ? 3 : null;
}

interface MapFiltersProps {
  readonly view: MapView;
  readonly units: readonly string[];
}

/** Which models, and which time. */
export function MapFilters({ view, units }: MapFiltersProps): ReactNode {
  const { filter, setFilter, bucket, until, today } = view;
  return (
    <div className={styles.filters}>
      <TextInput
        type="search"
        className={styles.search}
        aria-label="Search models"
        placeholder="Search name or unit"
        data-page-search=""
        value={filter.search}
        onChange={(event) => setFilter({ search: event.currentTarget.value })}
      />
      {units.length > 1 ? (
        <NativeSelect
          aria-label="Unit"
          className={styles.unit}
          value={filter.unit}
          data={[{ value: '', label: 'All units' }, ...units.map((unit) => ({ value: unit, label: unit }))]}
          onChange={(event) => setFilter({ unit: event.currentTarget.value })}
        />
      ) : null}
      <NativeSelect
        aria-label="Tier"
        value={String(filter.tier ?? '')}
        data={TIERS}
        onChange={(event) => setFilter({ tier: tierOf(event.currentTarget.value) })}
      />
      <NativeSelect
        aria-label="Health"
        value={filter.health ?? ''}
        data={[
          { value: '', label: 'All health' },
          ...HEALTHS.map((health) => ({ value: health, label: HEALTH_LABELS[health] })),
        ]}
        onChange={(event) =>
          setFilter({ health: HEALTHS.find((health) => health === event.currentTarget.value) ?? null })
        }
      />
      <span className={styles.spring} />
      <AddressViews page="monitoring" />
      <Button variant="default" onClick={() => view.setUntil(earlier(bucket, until))}>
        Earlier
      </Button>
      <Button variant="default" disabled={until >= today} onClick={() => view.setUntil(later(bucket, until, today))}>
        Later
      </Button>
      <SegmentedControl
        aria-label="One column for each"
        value={bucket}
        data={[...BUCKETS]}
        onChange={(value) => view.setBucket(BUCKETS.find((one) => one.value === value)?.value ?? 'week')}
      />
    </div>
  );
}
