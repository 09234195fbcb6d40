import { expect, it } from 'vitest';
import { mendSlide, withoutStrayTypes } from './mend-package';

it('gives every shape an id of its own', () => {
  const mended = mendSlide('<p:cNvPr id="1" name=""/><p:cNvPr id="5" name="A"/><p:cNvPr id="5" name="B"/>');
  expect(mended).toBe('<p:cNvPr id="1" name=""/><p:cNvPr id="2" name="A"/><p:cNvPr id="3" name="B"/>');
});

it('declares no part that is not there', () => {
  const types =
    '<Types><Override PartName="/ppt/a.xml" ContentType="x"/><Override PartName="/ppt/b.xml" ContentType="x"/></Types>';
  expect(withoutStrayTypes(types, new Set(['ppt/a.xml']))).toBe(
    '<Types><Override PartName="/ppt/a.xml" ContentType="x"/></Types>',
  );
});
