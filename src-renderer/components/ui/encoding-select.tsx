import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import type { ReactNode } from 'react';

const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'macintosh',
  'ibm850',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
];

/** A line of the file as it reads in an encoding. */
export interface EncodingSample {
  readonly encoding: string;
  readonly sample: string;
}

interface EncodingSelectProps extends Pick<NativeSelectProps, 'size' | 'label' | 'aria-label'> {
  /** What the file looks like; `null` = it has not been read yet. */
  readonly found: string | null;
  /** 'auto' or a WHATWG label. */
  readonly value: string;
  /** What the file would say in those that fit it best. */
  readonly samples?: readonly EncodingSample[];
  readonly onChange: (encoding: string) => void;
}

const SHOWN = 40;

/** The encoding of a text file, for the rare case that it was found out wrongly. */
export function EncodingSelect({ found, samples = [], onChange, ...rest }: EncodingSelectProps): ReactNode {
  const auto = found === null ? 'Encoding: found by itself' : `Found: ${found}`;
  const others = ENCODINGS.filter((encoding) => !samples.some((each) => each.encoding === encoding));
  return (
    <NativeSelect
      {...rest}
      data={[
        { value: 'auto', label: auto },
        ...samples.map(({ encoding, sample }) => ({
          value: encoding,
          label: `${encoding}: ${sample.split('\n', 1)[0]?.slice(0, SHOWN) ?? ''}`,
        })),
        ...others,
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
