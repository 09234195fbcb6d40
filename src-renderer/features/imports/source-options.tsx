import { Checkbox, MultiSelect, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Preview } from '#contract/imports/imports';
import { EncodingSelect } from '../../components/ui/encoding-select';
import { delimiterWord, sheetWord } from './import-words';
import type { ImportDraft } from './use-import-draft';

const DELIMITERS = [',', ';', '\t', '|'] as const;

const STATES = { visible: '', hidden: ' (hidden)', veryHidden: ' (hidden by a program)' } as const;

interface SourceOptionsProps {
  readonly draft: ImportDraft;
  readonly preview: Preview;
}

/** What was found out about the file itself, for the rare case that it was found out wrongly. */
export function SourceOptions({ draft, preview }: SourceOptionsProps): ReactNode {
  const { request, readAs } = draft;
  const totals = request.totals === 'keep' || preview.problemsByCode.some(({ code }) => code === 'total_row');
  return (
    <>
      {preview.sheetList.length > 0 ? <SheetChoice draft={draft} preview={preview} /> : null}
      {preview.encoding === '' ? null : (
        <EncodingSelect
          label="Encoding"
          found={preview.encoding}
          samples={preview.encodings}
          value={request.encoding ?? 'auto'}
          onChange={(encoding) => readAs({ encoding })}
        />
      )}
      {preview.delimiter === '' ? null : (
        <NativeSelect
          label="Columns are parted by"
          data={[
            { value: 'auto', label: `Found: ${delimiterWord(preview.delimiter)}` },
            ...DELIMITERS.map((value) => ({ value, label: delimiterWord(value) })),
          ]}
          value={request.delimiter ?? 'auto'}
          onChange={(event) =>
            readAs({ delimiter: DELIMITERS.find((each) => each === event.currentTarget.value) ?? 'auto' })
          }
        />
      )}
      {totals ? (
        <Checkbox
          label="Leave out rows of totals"
          checked={request.totals !== 'keep'}
          onChange={(event) => readAs({ totals: event.currentTarget.checked ? 'leave_out' : 'keep' })}
        />
      ) : null}
    </>
  );
}

/** One of them, or several with the same headers, whose rows are put together. */
function SheetChoice({ draft, preview }: SourceOptionsProps): ReactNode {
  const word = sheetWord(preview);
  return (
    <MultiSelect
      label={`${word}s that are read`}
      description="Several with the same headers are put together"
      data={preview.sheetList.map(({ name, state }) => ({ value: name, label: `${name}${STATES[state]}` }))}
      value={[...(draft.request.sheets ?? preview.chosenSheets)]}
      maxValues={200}
      hidePickedOptions
      onChange={(sheets) => {
        if (sheets.length > 0) draft.readAs({ sheets });
      }}
    />
  );
}
