import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** The parts of an Office file (DOCX, PPTX, XLSX) by name. */
export type Parts = ReadonlyMap<string, string>;

export function partsOf(bytes: Uint8Array): Parts {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

export const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((one) => one[1] ?? '');

/** What of a package would make a program ask whether it should repair the file: parts, their types and who names them. */
export function packageFaults(parts: Parts): string[] {
  const types = parts.get('[Content_Types].xml') ?? '';
  const declared = new Set(found(types, /PartName="\/([^"]+)"/g));
  const kinds = new Set(found(types, /Extension="([^"]+)"/g));
  return [
    ...[...declared].filter((name) => !parts.has(name)).map((name) => `declared and missing: ${name}`),
    ...[...parts.keys()]
      .filter(
        (name) => name !== '[Content_Types].xml' && !declared.has(name) && !kinds.has(name.split('.').at(-1) ?? ''),
      )
      .map((name) => `without a type: ${name}`),
    ...[...parts].filter(([name]) => name.endsWith('.rels')).flatMap(([name, xml]) => missingTargets(name, xml, parts)),
  ];
}

function missingTargets(name: string, xml: string, parts: Parts): string[] {
  const folder = posix.dirname(posix.dirname(name));
  return found(xml.replace(/<Relationship [^>]*TargetMode="External"\/>/g, ''), /Target="([^"]+)"/g)
    .map((target) => (target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target))))
    .filter((target) => !parts.has(target))
    .map((target) => `${name} points to ${target}`);
}

const MARKUP = /<[^>]*>/g;
const ATTRIBUTES = /^(?:\s+[\w:.-]+="(?:[^<&"]|&(?:amp|lt|gt|quot|apos);)*")*\s*\/?$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids exactly these.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u;

/** What of a part is no well-formed XML, as strictly as the parsers of spreadsheets are; `null`: all is. */
export function malformed(xml: string): string | null {
  if (!xml.startsWith('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<')) return 'it does not begin as XML';
  if (FORBIDDEN.test(xml)) return 'it has characters that XML forbids';
  const body = xml.slice(xml.indexOf('?>') + 2);
  const between = body.replace(MARKUP, '');
  if (/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/.test(between)) return 'a text is not escaped';
  const open: string[] = [];
  for (const [tag] of body.matchAll(MARKUP)) {
    const name = /^<\/?([\w:.-]+)/.exec(tag)?.[1] ?? '';
    if (tag.startsWith('</')) {
      if (open.pop() !== name) return `${tag} closes nothing`;
      continue;
    }
    const attributes = tag.slice(1 + name.length, -1);
    if (!ATTRIBUTES.test(attributes)) return `${tag} is no tag`;
    const names = found(attributes, /\s([\w:.-]+)=/g);
    if (new Set(names).size < names.length) return `${tag} says something twice`;
    if (!tag.endsWith('/>')) open.push(name);
    if (open.length === 0 && !body.trimEnd().endsWith(tag)) return 'it has two roots';
  }
  return open.length > 0 ? `${open.at(-1)} is not closed` : null;
}
