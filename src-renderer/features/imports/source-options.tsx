import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Preview } from '#contract/imports/imports';
import { EncodingSelect } from '../../components/ui/encoding-select';
import { delimiterWord } from './import-words';
import type { ImportDraft } from './use-import-draft';

const DELIMITERS = [',', ';', '\t', '|'] as const;

interface SourceOptionsProps {
  readonly draft: ImportDraft;
  readonly preview: Preview;
}

/** What was found out about the file itself, for the rare case that it was found out wrongly. */
export function SourceOptions({ draft, preview }: SourceOptionsProps): ReactNode {
  const { request, readAs } = draft;
  if (preview.fileKind === 'xlsx') {
    return (
      <NativeSelect
        label="Sheet"
        data={preview.sheets}
        value={preview.sheet}
        onChange={(event) => readAs({ sheet: event.currentTarget.value })}
      />
    );
  }
  return (
    <>
      <EncodingSelect
        label="Encoding"
        found={preview.encoding}
        value={request.encoding ?? 'auto'}
        onChange={(encoding) => readAs({ encoding })}
      />
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
    </>
  );
}
