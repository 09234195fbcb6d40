import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Preview } from '#contract/imports';
import { delimiterWord } from './import-words';
import type { ImportDraft } from './use-import-draft';

const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'iso-8859-2',
  'windows-1251',
  'shift_jis',
  'gb18030',
];
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
      <NativeSelect
        label="Encoding"
        data={[{ value: 'auto', label: `Found: ${preview.encoding}` }, ...ENCODINGS]}
        value={request.encoding ?? 'auto'}
        onChange={(event) => readAs({ encoding: event.currentTarget.value })}
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
