import { MultiSelect, NativeSelect, Select, TagsInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { InventoryPreview, Mapping } from '#contract/imports/imports';
import { useChannel } from '../../../client/use-query';
import { Panel } from '../../../components/ui/panel';
import { DecimalField } from '../decimal-field';
import { SourceOptions } from '../source-options';
import type { ImportDraft } from '../use-import-draft';
import { isImportField, targetSpec } from './field-specs';
import { setEmptyWords, setKey } from './mapping-edits';
import { SavePreset } from './save-preset';

interface ReadingPanelProps {
  readonly draft: ImportDraft;
  readonly preview: InventoryPreview;
  readonly mapping: Mapping;
  readonly edit: (change: (mapping: Mapping) => Mapping) => void;
}

const DATE_ORDERS = [
  { value: 'ymd', label: 'Year, month, day (2026-11-23)' },
  { value: 'dmy', label: 'Day, month, year (23/11/2026)' },
  { value: 'mdy', label: 'Month, day, year (11/23/2026)' },
] as const;

const pick = <T extends string>(known: readonly T[], text: string, otherwise: T): T =>
  known.find((each) => each === text) ?? otherwise;

/** How cells are read and rows are told apart. */
export function ReadingPanel({ draft, preview, mapping, edit }: ReadingPanelProps): ReactNode {
  const { data } = useChannel('imports.presets', {});
  const presets = data?.presets ?? [];
  const chosen = draft.request.preset ?? (draft.request.mapping ? null : preview.preset);
  return (
    <Panel
      title="How the file is read"
      hint="A preset keeps all of this, and what the columns become, for the next file."
    >
      <div className="mf-reading">
        <SourceOptions draft={draft} preview={preview} />
        <Select
          label="Preset"
          placeholder="none: guessed from the headers"
          clearable
          clearButtonProps={{ 'aria-label': 'Use no preset' }}
          data={presets.map(({ id, name }) => ({ value: id, label: name }))}
          value={presets.some(({ id }) => id === chosen) ? chosen : null}
          onChange={draft.choosePreset}
        />
        <MultiSelect
          label="Told apart by"
          description="Rows of the same key are one model, so that the file can be imported again"
          data={mapping.fields.map(({ field }) => ({ value: field, label: targetSpec(field).label }))}
          value={mapping.key}
          maxValues={6}
          hidePickedOptions
          onChange={(key) => edit((before) => setKey(before, key.filter(isImportField)))}
        />
        <NativeSelect
          label="Rows with the key of an earlier row"
          data={[
            { value: 'keep', label: 'Keep as models of their own' },
            { value: 'refuse', label: 'Refuse' },
          ]}
          value={mapping.duplicates}
          onChange={(event) => {
            const duplicates = pick(['keep', 'refuse'], event.currentTarget.value, 'keep');
            edit((before) => ({ ...before, duplicates }));
          }}
        />
        <NativeSelect
          label="Dates are written"
          data={DATE_ORDERS.map((order) => ({ ...order }))}
          value={mapping.dateOrder}
          onChange={(event) => {
            const dateOrder = pick(['ymd', 'dmy', 'mdy'], event.currentTarget.value, 'ymd');
            edit((before) => ({ ...before, dateOrder }));
          }}
        />
        <DecimalField decimal={mapping.decimal} choose={(decimal) => edit((before) => ({ ...before, decimal }))} />
        <TagsInput
          label="Words that mean “nothing said”"
          placeholder="add a word"
          value={mapping.emptyWords}
          onChange={(words) => edit((before) => setEmptyWords(before, words))}
        />
        <TextInput
          label="System that ids and links belong to"
          maxLength={120}
          value={mapping.externalSystem}
          onChange={(event) => {
            const externalSystem = event.currentTarget.value;
            edit((before) => ({ ...before, externalSystem }));
          }}
        />
        <SavePreset mapping={mapping} presets={presets} chosen={chosen} choose={draft.choosePreset} />
      </div>
    </Panel>
  );
}
