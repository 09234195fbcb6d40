import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { InventoryPreview, Mapping } from '#contract/imports/imports';
import { useChannel } from '../../../client/use-query';
import { dutyWords, evidenceWords, kindWords } from './duty-words';

interface DutyNoteProps {
  readonly preview: Pick<InventoryPreview, 'duties' | 'evidence'>;
  readonly mapping: Mapping;
  /** Left out: they cannot be left out here. */
  readonly edit?: ((change: (mapping: Mapping) => Mapping) => void) | undefined;
}

function LeaveOut({ label, onClick }: { readonly label: string; readonly onClick: () => void }): ReactNode {
  return (
    <Button size="compact-xs" variant="subtle" onClick={onClick}>
      {label}
    </Button>
  );
}

/** That a file answers a text of duties or tells of evidence as well, and the way to leave that out; else nothing. */
export function DutyNote({ preview: { duties, evidence }, mapping, edit }: DutyNoteProps): ReactNode {
  const packs = useChannel('governance.packs', {}, { enabled: duties !== null });
  const kinds = (mapping.evidence ?? []).map(({ kind }) => kindWords(kind));
  return (
    <>
      {duties && mapping.duties && (
        <p className="mf-duty-note" role="note">
          {dutyWords(
            duties,
            mapping.duties.columns.length,
            packs.data?.packs.find(({ id }) => id === duties.pack)?.name ?? duties.pack,
          )}{' '}
          {edit && <LeaveOut label="Leave these answers out" onClick={() => edit(({ duties: _, ...rest }) => rest)} />}
        </p>
      )}
      {evidence && evidence.rows > 0 && (
        <p className="mf-duty-note" role="note">
          {evidenceWords(evidence, kinds.join(', '))}{' '}
          {edit && (
            <LeaveOut label="Leave this evidence out" onClick={() => edit(({ evidence: _, ...rest }) => rest)} />
          )}
        </p>
      )}
    </>
  );
}
