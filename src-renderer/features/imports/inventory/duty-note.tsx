import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { InventoryPreview, Mapping } from '#contract/imports/imports';
import { useChannel } from '../../../client/use-query';
import { dutyWords } from './duty-words';

interface DutyNoteProps {
  readonly preview: Pick<InventoryPreview, 'duties'>;
  readonly mapping: Mapping;
  /** Left out: they cannot be left out here. */
  readonly edit?: ((change: (mapping: Mapping) => Mapping) => void) | undefined;
}

/** That a file answers a text of duties as well, and the way to leave that out. Without such columns: nothing. */
export function DutyNote({ preview: { duties }, mapping, edit }: DutyNoteProps): ReactNode {
  const packs = useChannel('governance.packs', {}, { enabled: duties !== null });
  if (duties === null || mapping.duties === undefined) return null;
  const name = packs.data?.packs.find(({ id }) => id === duties.pack)?.name ?? duties.pack;
  return (
    <p className="mf-muted" role="note">
      {dutyWords(duties, mapping.duties.columns.length, name)}{' '}
      {edit && (
        <Button size="compact-xs" variant="subtle" onClick={() => edit(({ duties: _, ...rest }) => rest)}>
          Leave these answers out
        </Button>
      )}
    </p>
  );
}
