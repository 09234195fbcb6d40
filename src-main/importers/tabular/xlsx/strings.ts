import type { XmlHandler } from '../xml-scanner';

/** Control characters that XML cannot hold are written `_x000D_` in workbooks. */
export const unescapeControls = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(String(hex), 16)))
    : text;

/** Collects the shared strings; runs of rich text are joined, readings in kana are left out. */
export function collectStrings(): { handler: XmlHandler; strings: readonly string[] } {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let inReading = false;
  const handler: XmlHandler = {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') inReading = true;
      if (name === 't') inText = !inReading;
    },
    close(name) {
      if (name === 'si') strings.push(unescapeControls(current));
      if (name === 'rPh') inReading = false;
      if (name === 't') inText = false;
    },
    text(text) {
      if (inText) current += text;
    },
  };
  return { handler, strings };
}
