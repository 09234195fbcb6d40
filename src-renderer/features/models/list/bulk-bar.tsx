import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Did } from '#contract/define';
import type { ModelRow } from '#contract/models/models';
import type { QualityField } from '#domain/models/quality-fields';
import type { Stage } from '#domain/vocabulary';
import { useCommand } from '../../../client/use-command';
import { useCommands } from '../../../commands/registry';
import { SheetsMenu } from '../../../components/governance/sheets-menu';
import type { ColumnStore } from '../../../components/table/column-store';
import css from '../../../components/table/list-page.module.css';
import { hiddenCount, noSelection, onlyShown, type Selection, selectedRows } from '../../../components/table/selection';
import { SetMenu } from '../../../components/table/set-menu';
import { formatCount, formatNumber } from '../../../lib/format';
import { BulkDialog } from './bulk-dialog';
import { BULK_FIELDS, type BulkField, bulkTitle } from './bulk-fields';
import { MoveDialog } from './move-dialog';
import { changeHere, PATCH_LIMIT, takeRows } from './portfolio-data';

/** As many as an event names one by one are put into the copy as they are answered; of more it is fetched anew. */
const withRows = <I extends { readonly ids: string[] }>(input: I): I & { readonly withRows: boolean } => ({
  ...input,
  withRows: input.ids.length <= PATCH_LIMIT,
});

const TAKEN = {
  answered: ({ rows }: { readonly rows?: readonly ModelRow[] | undefined }, did: Did | null): void => {
    if (rows !== undefined) takeRows(rows, did);
  },
};

interface BulkBarProps {
  readonly store: ColumnStore;
  readonly selection: Selection;
  /** The rows that are shown: marked ones may be hidden by a search or filter. */
  readonly shown: Uint32Array;
  readonly currency: string;
  /** The field that somebody came to fill: it is offered first. */
  readonly filling: QualityField | null;
  readonly onSelection: (selection: Selection) => void;
  readonly onDelete: () => void;
}

/** What can be done with the marked models, in the place of the filter chips. */
export function BulkBar({
  store,
  selection,
  shown,
  currency,
  filling,
  onSelection,
  onDelete,
}: BulkBarProps): ReactNode {
  const updateMany = useCommand('models.updateMany', TAKEN);
  const moveMany = useCommand('models.moveMany', TAKEN);
  const [field, setField] = useState<BulkField | null>(null);
  const [moving, setMoving] = useState(false);
  /** What an attempt to move left behind: only these are tried again. */
  const [left, setLeft] = useState<readonly string[] | null>(null);
  const what = formatCount(selection.count, 'model');
  const hidden = hiddenCount(selection, shown);
  const changed = useRef(false);
  // What a change took out of the filter is not left marked, out of sight and with Delete at hand.
  useEffect(() => {
    if (!changed.current) return;
    changed.current = false;
    if (hidden > 0) onSelection(onlyShown(selection, shown));
  }, [selection, shown, hidden, onSelection]);
  const offered = BULK_FIELDS.find(({ id }) => id === filling);
  useCommands([
    ...BULK_FIELDS.map((entry) => ({
      id: `marked.${entry.id}`,
      label: bulkTitle(entry, 'the marked models'),
      group: 'Marked models' as const,
      run: () => setField(entry),
    })),
    { id: 'marked.move', label: 'Move the marked models to…', group: 'Marked models', run: () => setMoving(true) },
    { id: 'marked.delete', label: 'Delete the marked models', group: 'Marked models', run: onDelete },
    {
      id: 'marked.unmark',
      label: 'Unmark all models',
      group: 'Marked models',
      run: () => onSelection(noSelection(selection.marks.length)),
    },
  ]);
  const ids = (): string[] => selectedRows(selection).flatMap((row) => store.ids[row] ?? []);

  const move = async (to: Stage, reason: string): Promise<readonly string[]> => {
    const moved = withRows({ ids: [...(left ?? ids())], to, ...(reason === '' ? {} : { reason }) });
    const result = await changeHere(() => moveMany.run(moved));
    if (result === null) return [];
    setLeft(result.refused.map(({ id }) => id));
    return result.refused.map(({ name, message }) => `${name}: ${message}`);
  };
  return (
    <div className={css.bulk} role="toolbar" aria-label="Marked models">
      <span className={css.bulkCount}>
        {what} marked{hidden > 0 ? `, ${formatNumber(hidden)} of them not shown` : ''}
      </span>
      {offered === undefined ? null : (
        <Button size="compact-sm" variant="light" onClick={() => setField(offered)}>
          Set {offered.label.toLowerCase()}…
        </Button>
      )}
      <SetMenu fields={BULK_FIELDS} labelOf={({ label }) => label} onChoose={setField} />
      <Button size="compact-sm" variant="default" onClick={() => setMoving(true)}>
        Move to…
      </Button>
      <SheetsMenu ids={ids} what={`The ${what} marked`} compact />
      <Button size="compact-sm" variant="default" onClick={onDelete}>
        Delete
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={() => onSelection(noSelection(selection.marks.length))}>
        Unmark all
      </Button>
      {field === null ? null : (
        <BulkDialog
          field={field}
          what={what}
          store={store}
          currency={currency}
          onClose={() => setField(null)}
          onSave={async (patch, seen) => {
            changed.current = hidden === 0;
            const kept = (await changeHere(() => updateMany.run(withRows({ ids: ids(), patch }), seen))) !== null;
            if (!kept) changed.current = false;
            return kept;
          }}
        />
      )}
      {moving ? (
        <MoveDialog
          what={left === null ? what : formatCount(left.length, 'model')}
          from={null}
          to={null}
          onClose={() => {
            setMoving(false);
            setLeft(null);
          }}
          onMove={move}
        />
      ) : null}
    </div>
  );
}
