import type { ReactNode } from 'react';
import type { Preview } from '#contract/imports/imports';
import { formatCount } from '../../lib/format';
import { DriftReady } from './drift/drift-ready';
import { IncidentsReady } from './incidents/incidents-ready';
import { InventoryReady } from './inventory/inventory-ready';
import { RegistryReady } from './registry/registry-ready';
import type { ReadyProps } from './use-import-draft';
import { VersionsReady } from './versions/versions-ready';
import { WorklistReady } from './worklist/worklist-ready';

export type Format = Preview['format'];

/** The screen between reading and storing, one line a kind. */
export function readyScreen(preview: Preview, rest: Omit<ReadyProps<Preview>, 'preview'>): ReactNode {
  switch (preview.format) {
    case 'inventory':
      return <InventoryReady preview={preview} {...rest} />;
    case 'incidents':
      return <IncidentsReady preview={preview} {...rest} />;
    case 'drift':
      return <DriftReady preview={preview} {...rest} />;
    case 'versions':
      return <VersionsReady preview={preview} {...rest} />;
    case 'worklist':
      return <WorklistReady preview={preview} {...rest} />;
    case 'registry':
      return <RegistryReady preview={preview} {...rest} />;
  }
}

/** What a kind's imports are counted in: `12 models`. A kind that this screen does not know counts rows. */
export function countedThings(format: string, count: number): string {
  return formatCount(count, THINGS[format] ?? 'row');
}

const THINGS: Readonly<Record<string, string>> = {
  inventory: 'model',
  incidents: 'incident',
  drift: 'drift result',
  versions: 'version',
  worklist: 'answer',
  registry: 'model',
} satisfies Record<Format, string>;
