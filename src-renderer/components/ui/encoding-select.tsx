import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import type { ReactNode } from 'react';

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

interface EncodingSelectProps extends Pick<NativeSelectProps, 'size' | 'label' | 'aria-label'> {
  /** What the file looks like; `null` = it has not been read yet. */
  readonly found: string | null;
  /** 'auto' or a WHATWG label. */
  readonly value: string;
  readonly onChange: (encoding: string) => void;
}

/** The encoding of a text file, for the rare case that it was found out wrongly. */
export function EncodingSelect({ found, onChange, ...rest }: EncodingSelectProps): ReactNode {
  const auto = found === null ? 'Encoding: found by itself' : `Found: ${found}`;
  return (
    <NativeSelect
      {...rest}
      data={[{ value: 'auto', label: auto }, ...ENCODINGS]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
