import { expect, it } from 'vitest';
import { operatorsOf } from './content-operators';
import { markArtifacts } from './mark-artifacts';

const marked = (stream: string): string => Buffer.from(markArtifacts(Buffer.from(stream, 'latin1'))).toString('latin1');
const operators = (stream: string): string[] => [...operatorsOf(Buffer.from(stream, 'latin1'))].map(({ name }) => name);

it('marks text and paths that no tag holds, and leaves what is tagged as it is', () => {
  expect(marked('BT /F4 10 Tf (a) Tj ET')).toBe('BT /F4 10 Tf /Artifact <</Type /Pagination>> BDC\n(a) Tj\nEMC\n ET');
  expect(marked('BT (a) Tj 2 0 Td (b) Tj ET')).toBe(
    'BT /Artifact <</Type /Pagination>> BDC\n(a) Tj 2 0 Td (b) Tj\nEMC\n ET',
  );
  expect(marked('1 0 0 rg 0 0 5 5 re f q')).toBe('1 0 0 rg /Artifact BMC\n0 0 5 5 re f\nEMC\n q');
  const tagged = '/P <</MCID 0>> BDC BT (a) Tj ET 0 0 5 5 re f EMC';
  expect(marked(tagged)).toBe(tagged);
});

it('never opens a mark between a path and what paints or clips with it', () => {
  expect(marked('0 0 m 1 1 l h S')).toBe('/Artifact BMC\n0 0 m 1 1 l h S\nEMC\n');
  expect(marked('0 0 5 5 re W n 0 0 m 1 1 l S')).toBe('0 0 5 5 re W n /Artifact BMC\n0 0 m 1 1 l S\nEMC\n');
});

it('reads strings, names and dictionaries that look like operators', () => {
  expect(
    operators('(Tj \\) (in) f) Tj <00f0> Tj [(S) 2 <0a>] TJ /f gs /P <</A (BDC) /B [1 2]>> BDC % EMC\nEMC'),
  ).toEqual(['Tj', 'Tj', 'TJ', 'gs', 'BDC', 'EMC']);
  expect(operators('(a) \' 1 2 (b) " f* true null')).toEqual(["'", '"', 'f*']);
});
