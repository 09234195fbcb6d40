import { type ReactNode, useState } from 'react';
import type { InventoryPreview } from '#contract/imports/imports';
import type { ReadyProps } from '../use-import-draft';
import { AgainReady } from './again/again-ready';
import { comesAgain } from './again/both-sides';
import { useAsked } from './again/use-asked';
import { InventoryColumns } from './inventory-columns';
import { isInventoryMapping, whyNotReady } from './mapping-edits';

/**
 * An inventory between reading and storing. What comes for the first time is a matter of columns; what comes again, of who
 * is right.
 */
export function InventoryReady(props: ReadyProps<InventoryPreview>): ReactNode {
  const { draft, preview } = props;
  const [columns, setColumns] = useState(false);
  const asked = useAsked(preview.sample);
  const mapping = draft.mapping && isInventoryMapping(draft.mapping) ? draft.mapping : preview.mapping;
  if (!comesAgain(preview)) return <InventoryColumns {...props} />;
  if (columns || whyNotReady(mapping) !== '') return <InventoryColumns {...props} back={() => setColumns(false)} />;
  return <AgainReady {...props} mapping={mapping} asked={asked} showColumns={() => setColumns(true)} />;
}
