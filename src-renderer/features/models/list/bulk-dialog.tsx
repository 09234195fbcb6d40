import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useId, useMemo, useState } from 'react';
import type { Input } from '#contract/index';
import { useSeen } from '../../../client/seen';
import type { ColumnStore } from '../../../components/table/column-store';
import { type BulkField, bulkTitle, readBulk } from './bulk-fields';
import { cellEditor } from './cell-fields';
import { suggestionsFor } from './suggestions';

interface BulkDialogProps {
  readonly field: BulkField;
  readonly what: string;
  readonly store: ColumnStore;
  readonly currency: string;
  readonly onClose: () => void;
  readonly onSave: (patch: Input<'models.updateMany'>['patch'], seen: number | undefined) => Promise<boolean>;
}

export function BulkDialog({ field, what, store, currency, onClose, onSave }: BulkDialogProps): ReactNode {
  const editor = useMemo(
    () => cellEditor(field.id === 'addTags' || field.id === 'removeTags' ? 'tags' : field.id),
    [field.id],
  );
  const [typed, setTyped] = useState(editor.kind === 'choice' ? (editor.choices[0]?.value ?? '') : '');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const seen = useSeen();
  const listId = useId();
  const suggestions = useMemo(() => suggestionsFor(store, editor), [store, editor]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const read = readBulk(field.id, typed, currency);
    setProblem(read.ok ? null : read.message);
    if (!read.ok) return;
    setBusy(true);
    const done = await onSave(read.patch, seen);
    setBusy(false);
    if (done) onClose();
  };
  const unit = editor.kind === 'money' ? ` (${currency})` : '';
  return (
    <Modal
      closeButtonProps={{ 'aria-label': 'Close' }}
      opened
      onClose={onClose}
      title={bulkTitle(field, what)}
      size="sm"
    >
      <form onSubmit={(event) => void submit(event)}>
        {editor.kind === 'choice' ? (
          <NativeSelect
            label={field.label}
            data={editor.choices.map(({ value, label }) => ({ value, label }))}
            value={typed}
            data-autofocus
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            label={`${field.label}${unit}`}
            description={
              editor.kind === 'tags' ? 'Several are separated by commas.' : 'Left empty, the field is cleared.'
            }
            type={editor.kind === 'date' ? 'date' : 'text'}
            list={listId}
            value={typed}
            error={problem}
            data-autofocus
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <datalist id={listId}>
          {suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
        <Button type="submit" mt="md" loading={busy}>
          Set for {what}
        </Button>
      </form>
    </Modal>
  );
}
