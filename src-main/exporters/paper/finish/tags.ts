import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

const named = (dict: PDFDict, key: string): PDFObject | undefined => dict.lookup(PDFName.of(key));
const kindOf = (tag: PDFObject | undefined): string =>
  tag instanceof PDFDict ? String(named(tag, 'S') ?? '').slice(1) : '';

/** What a list item says is its body, beside its mark: a browser leaves that out. */
export function giveItemsBodies(document: PDFDocument): void {
  const { context } = document;
  for (const [ref, item] of context.enumerateIndirectObjects()) {
    if (!(item instanceof PDFDict) || kindOf(item) !== 'LI') continue;
    const kids = named(item, 'K');
    const list = kids instanceof PDFArray ? kids.asArray() : [item.get(PDFName.of('K'))];
    const parts = list.filter((one): one is PDFRef => one instanceof PDFRef);
    // Content that hangs on the item itself would have to be led to its new owner; ours hangs on paragraphs.
    if (parts.length !== list.length || parts.some((one) => kindOf(context.lookup(one)) === 'LBody')) continue;
    const body = context.nextRef();
    const own = parts.filter((one) => kindOf(context.lookup(one)) !== 'Lbl');
    context.assign(body, context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: own }));
    for (const one of own) context.lookup(one, PDFDict).set(PDFName.of('P'), body);
    item.set(PDFName.of('K'), context.obj([...parts.filter((one) => !own.includes(one)), body]));
  }
}

const NODE = /^node\d+$/;

/** Names of the tags count from where the browser stood: they begin at 1 in each document. */
export function renumberTags({ context }: PDFDocument): void {
  const found: { name: string; put: (name: PDFString) => void }[] = [];
  const look = (value: PDFObject | undefined, put: (name: PDFString) => void): void => {
    if (value instanceof PDFString || value instanceof PDFHexString) {
      if (NODE.test(value.decodeText())) found.push({ name: value.decodeText(), put });
    } else if (value instanceof PDFDict) {
      for (const [key, one] of value.entries()) look(one, (name) => value.set(key, name));
    } else if (value instanceof PDFArray) {
      for (const [at, one] of value.asArray().entries()) look(one, (name) => value.set(at, name));
    }
  };
  for (const [, object] of context.enumerateIndirectObjects()) look(object, () => undefined);
  const names = [...new Set(found.map(({ name }) => name))].sort();
  const places = new Map(names.map((name, at) => [name, `node${String(at + 1).padStart(8, '0')}`]));
  for (const { name, put } of found) put(PDFString.of(places.get(name) ?? name));
}
