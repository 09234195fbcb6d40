/** What a scanner tells of; names come without their namespace prefix. An attribute may be asked for with its own. */
export interface XmlHandler {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

export interface XmlScanner {
  /** Takes the next piece of the document; `last` when nothing follows. */
  push(piece: string, last: boolean): void;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The longest markup or text between two tags that is waited for. */
const MAX_PENDING = 16 * 1024 * 1024;

/** A forward-only reader of the plain XML in workbooks. Document types are refused, so no entity can be declared. */
export function createXmlScanner(handler: XmlHandler): XmlScanner {
  let pending = '';
  return {
    push(piece, last) {
      pending += piece;
      let at = 0;
      for (;;) {
        const tag = pending.indexOf('<', at);
        if (tag < 0) break;
        const end = endOfMarkup(pending, tag);
        if (end < 0) break;
        if (tag > at) handler.text(decodeEntities(pending.slice(at, tag)));
        report(pending.slice(tag, end), handler);
        at = end;
      }
      pending = pending.slice(at);
      if (pending.length > MAX_PENDING || (last && pending.trim() !== '')) throw new SyntaxError('unfinished XML');
    },
  };
}

/** Index behind the markup that begins at `tag`, or -1 when its end has not come yet. */
function endOfMarkup(text: string, tag: number): number {
  if (text.startsWith('<!--', tag)) return behind(text, '-->', tag + 4);
  if (text.startsWith('<![CDATA[', tag)) return behind(text, ']]>', tag + 9);
  if (text.startsWith('<?', tag)) return behind(text, '?>', tag + 2);
  // Too short to tell a comment or CDATA from a document type.
  if (text.startsWith('<!', tag) && text.length < tag + 9) return -1;
  if (text.startsWith('<!', tag)) throw new SyntaxError('document types are not read');
  let end = text.indexOf('>', tag);
  // A `>` may stand inside an attribute: then the quotation marks before it are odd.
  while (end >= 0 && insideQuotes(text, tag, end)) end = text.indexOf('>', end + 1);
  return end < 0 ? -1 : end + 1;
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function insideQuotes(text: string, from: number, to: number): boolean {
  let quote = '';
  for (let at = from; at < to; at += 1) {
    const char = text.charAt(at);
    if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = '';
  }
  return quote !== '';
}

function report(markup: string, handler: XmlHandler): void {
  if (markup.startsWith('<![CDATA[')) {
    handler.text(markup.slice(9, -3));
    return;
  }
  if (markup.startsWith('<!') || markup.startsWith('<?')) return;
  if (markup.startsWith('</')) {
    handler.close(localName(markup.slice(2, -1).trim()));
    return;
  }
  const selfClosing = markup.endsWith('/>');
  const inner = markup.slice(1, selfClosing ? -2 : -1);
  const blank = inner.search(/\s/);
  const name = localName(blank < 0 ? inner : inner.slice(0, blank));
  handler.open(name, (wanted) => readAttribute(blank < 0 ? '' : inner.slice(blank), wanted));
  if (selfClosing) handler.close(name);
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function readAttribute(text: string, wanted: string): string | undefined {
  for (const [, name = '', double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name === wanted || localName(name) === wanted) return decodeEntities(double ?? single ?? '');
  }
  return undefined;
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(String(name)) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
