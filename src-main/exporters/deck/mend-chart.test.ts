import { expect, it } from 'vitest';
import { mendChart } from './mend-chart';

const series = (more: string): string =>
  `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>A</c:v></c:tx><c:spPr><a:solidFill><a:srgbClr val="2457C5"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:dLbls><a:srgbClr val="1B2330"/><c:dLblPos val="ctr"/></c:dLbls>${more}<c:cat/><c:val><c:pt idx="0"><c:v>1</c:v></c:pt><c:pt idx="1"><c:v></c:v></c:pt></c:val></c:ser>`;
const axes =
  '<c:axId val="1"/><c:axId val="2"/><c:axId val="3"/></c:barChart><c:catAx><c:axId val="1"/><c:orientation val="maxMin"/><c:crosses val="autoZero"/></c:catAx><c:valAx>  <c:axId val="2"/><c:crosses val="autoZero"/></c:valAx>';

it('names only the axes that there are, and puts that of the values at the bottom', () => {
  const mended = mendChart(`<c:barChart>${series('')}${axes}`);
  expect([...mended.matchAll(/<c:axId val="(\d)"/g)].map((found) => found[1])).toEqual(['1', '2', '1', '2']);
  expect(mended).toContain('<c:valAx>  <c:axId val="2"/><c:crosses val="max"/>');
  expect(mended).toContain('<c:orientation val="maxMin"/><c:crosses val="autoZero"/></c:catAx>');
});

it('orders the parts of a series as the schema has them, and leaves unknown points out', () => {
  const mended = mendChart(`<c:barChart>${series('<c:dPt><c:idx val="0"/></c:dPt>')}${axes}`);
  const order = [
    '<c:idx',
    '<c:order',
    '<c:tx>',
    '<c:spPr>',
    '<c:invertIfNegative',
    '<c:dPt>',
    '<c:dLbls>',
    '<c:cat',
    '<c:val>',
  ];
  const places = order.map((part) => mended.indexOf(part));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(mended).toContain('<c:v>1</c:v>');
  expect(mended).not.toContain('<c:v></c:v>');
});

it('gives a line no mark for negative bars, and its marker in front of its labels', () => {
  const mended = mendChart(`<c:lineChart>${series('<c:marker><c:symbol val="circle"/></c:marker>')}</c:lineChart>`);
  expect(mended).not.toContain('invertIfNegative');
  expect(mended.indexOf('<c:marker>')).toBeLessThan(mended.indexOf('<c:dLbls>'));
});

it('writes numbers in dark bars in white', () => {
  expect(mendChart(series(''))).toContain('<c:dLbls><a:srgbClr val="FFFFFF"/>');
  expect(mendChart(series('').replace('2457C5', 'B4BDCA'))).toContain('<c:dLbls><a:srgbClr val="1B2330"/>');
});
