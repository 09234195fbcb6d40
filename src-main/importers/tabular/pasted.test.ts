import { describe, expect, it } from 'vitest';
import { tempFiles } from '../testing/temp-files';
import { tableFromPasted } from './pasted';

const files = tempFiles();

async function paste(text: string): Promise<readonly (readonly string[])[]> {
  const { extension, content } = tableFromPasted(text);
  const table = await files.read(`pasted.${extension}`, content);
  return [table.labels, ...table.rows];
}

describe('a table from the clipboard', () => {
  it('is cells with tabs between them, in quotation marks where they hold line ends', async () => {
    expect(await paste('Name\tNote\nChurn\t"two\nlines"\n')).toEqual([
      ['Name', 'Note'],
      ['Churn', 'two\nlines'],
    ]);
  });

  it.each([
    [
      'Excel',
      '<html xmlns:x="urn:x"><head><style>x</style></head><body><!--StartFragment--><table><tr><td>Name</td><td>N</td></tr><tr><td>Größe</td><td>1</td></tr></table><!--EndFragment--></body></html>',
    ],
    [
      'Google',
      '<meta charset="utf-8"><google-sheets-html-origin><style></style><table><tbody><tr><td>Name</td><td>N</td></tr><tr><td>Größe</td><td>1</td></tr></tbody></table></google-sheets-html-origin>',
    ],
  ])('is a table of a page, as %s puts it there', async (_program, html) => {
    expect(await paste(html)).toEqual([
      ['Name', 'N'],
      ['Größe', '1'],
    ]);
  });

  it('may be JSON or text with commas', async () => {
    expect(await paste('[{"Name": "A"}]')).toEqual([['Name'], ['A']]);
    expect(await paste('Name,N\nA,1\n')).toEqual([
      ['Name', 'N'],
      ['A', '1'],
    ]);
  });

  it('has to be there', () => {
    expect(() => tableFromPasted(' \n')).toThrow(/no text on the clipboard/);
  });
});
