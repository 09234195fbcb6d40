import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { settledDay } from '#domain/base/moving-day';
import type { MonitoringSearch } from '../../../lib/monitoring-search';
import { utcToday } from '../../../lib/utc-today';
import type { MapFilter } from './map-rows';
import type { Bucket } from './monitoring-types';

export interface MapView {
  readonly bucket: Bucket;
  /** Last day of the map, UTC; today while nobody went back. */
  readonly until: string;
  readonly today: string;
  readonly filter: MapFilter;
  readonly setBucket: (bucket: Bucket) => void;
  /** `null` = today. */
  readonly setUntil: (until: string | null) => void;
  readonly setFilter: (part: Partial<MapFilter>) => void;
}

/** What is shown of the map, kept in the address. */
export function useMapView(): MapView {
  const address = useSearch({ from: '/monitoring' });
  const navigate = useNavigate();
  const [today] = useState(utcToday);
  const write = (next: { readonly [key in keyof MonitoringSearch]: MonitoringSearch[key] | undefined }): void => {
    const kept = Object.fromEntries(Object.entries({ ...address, ...next }).filter(([, value]) => value !== undefined));
    void navigate({ to: '/monitoring', search: kept, replace: true });
  };
  return {
    bucket: address.by ?? 'week',
    until: settledDay(address.until ?? 'today', today),
    today,
    filter: {
      search: address.q ?? '',
      unit: address.unit ?? '',
      tier: address.tier ?? null,
      health: address.health ?? null,
    },
    setBucket: (bucket) => write({ by: bucket === 'week' ? undefined : bucket }),
    setUntil: (until) => write({ until: until ?? undefined }),
    setFilter: (part) => {
      const { search, unit, tier, health } = part;
      write({
        ...(search === undefined ? {} : { q: search === '' ? undefined : search }),
        ...(unit === undefined ? {} : { unit: unit === '' ? undefined : unit }),
        ...(tier === undefined ? {} : { tier: tier ?? undefined }),
        ...(health === undefined ? {} : { health: health ?? undefined }),
      });
    },
  };
}
