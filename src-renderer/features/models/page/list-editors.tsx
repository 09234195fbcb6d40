import { Button, TagsInput, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import styles from './model.module.css';
import type { ExternalReference } from './model-types';
import type { FieldEdit } from './use-field-edit';

interface ListEditorProps<D> {
  readonly edit: FieldEdit<D>;
  readonly onLeave: () => void;
}

/** Lists have no single Enter: they are saved by their button or by Ctrl Enter from anywhere inside. */
function ListFrame<D>({ edit, onLeave, children }: ListEditorProps<D> & { readonly children: ReactNode }): ReactNode {
  const save = (): void => void edit.save().then(onLeave);
  const cancel = (): void => {
    edit.cancel();
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      cancel();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  };
  return (
    // The keys belong to the group as a whole; each control inside has its own name and role.
    // biome-ignore lint/a11y/noStaticElementInteractions: a fieldset-like frame that only listens
    <div className={styles.listEditor} onKeyDown={onKeyDown}>
      {children}
      {edit.error !== '' && (
        <p className={styles.failure} role="alert">
          {edit.error}
        </p>
      )}
      <div className={styles.editorActions}>
        <Button size="compact-sm" loading={edit.saving} onClick={save}>
          Save
        </Button>
        <Button size="compact-sm" variant="default" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

export function TagsEditor({
  edit,
  onLeave,
  suggestions,
}: ListEditorProps<readonly string[]> & { readonly suggestions: readonly string[] }): ReactNode {
  const [search, setSearch] = useState('');
  const tags = edit.draft ?? [];
  return (
    <ListFrame edit={edit} onLeave={onLeave}>
      <TagsInput
        aria-label="Tags"
        description="Enter adds a tag"
        inputWrapperOrder={['input', 'description']}
        value={[...tags]}
        onChange={edit.change}
        searchValue={search}
        onSearchChange={setSearch}
        data={suggestions.filter((tag) => !tags.includes(tag))}
        limit={8}
        autoFocus
        acceptValueOnBlur
      />
    </ListFrame>
  );
}

const EMPTY: ExternalReference = { system: '', id: '', url: '' };

export function ReferencesEditor({ edit, onLeave }: ListEditorProps<readonly ExternalReference[]>): ReactNode {
  const rows = edit.draft ?? [];
  const put = (index: number, part: Partial<ExternalReference>): void =>
    edit.change(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <ListFrame edit={edit} onLeave={onLeave}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are typed in place and have no other identity
        <div key={index} className={styles.referenceRow}>
          <TextInput
            aria-label={`System of reference ${index + 1}`}
            placeholder="System"
            value={row.system}
            onChange={(event) => put(index, { system: event.currentTarget.value })}
            autoFocus={index === rows.length - 1}
          />
          <TextInput
            aria-label={`Id of reference ${index + 1}`}
            placeholder="Id"
            value={row.id}
            onChange={(event) => put(index, { id: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Address of reference ${index + 1}`}
            placeholder="https://"
            value={row.url}
            onChange={(event) => put(index, { url: event.currentTarget.value })}
          />
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Remove reference ${index + 1}`}
            onClick={() => edit.change(rows.filter((_, at) => at !== index))}
          >
            Remove
          </Button>
        </div>
      ))}
      <Button
        className={styles.addRow ?? ''}
        size="compact-sm"
        variant="default"
        onClick={() => edit.change([...rows, EMPTY])}
      >
        Add a reference
      </Button>
    </ListFrame>
  );
}
