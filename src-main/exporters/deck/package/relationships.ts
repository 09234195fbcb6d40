import { strFromU8 } from 'fflate';
import { attributeOf, findAll, NAMES, readXml, XML_HEAD, xmlText } from './xml';

export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  /** Outside of the package: a program may call it when the file is opened. */
  readonly external: boolean;
}

/** Parts of a package by their name, without a slash in front. */
export type PackageParts = ReadonlyMap<string, Uint8Array>;

/** Where the relationships of a part stand; '' is the package itself. */
export const relationshipsOf = (part: string): string =>
  part === '' ? '_rels/.rels' : part.replace(/([^/]*)$/, '_rels/$1.rels');

/** What a relationship is about: the last word of its type, which two editions of the standard write alike. */
export const isOf = ({ type }: Relationship, what: string): boolean => type.endsWith(`/${what}`);

/** The name of the part that a target means, seen from `from`. */
export function partOf(from: string, { target }: Relationship): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

export function readRelationships(parts: PackageParts, part: string): Relationship[] {
  const content = parts.get(relationshipsOf(part));
  if (!content) return [];
  return findAll(readXml(strFromU8(content)), 'Relationship').map((one) => ({
    id: attributeOf(one, 'Id') ?? '',
    type: attributeOf(one, 'Type') ?? '',
    target: attributeOf(one, 'Target') ?? '',
    external: attributeOf(one, 'TargetMode') === 'External',
  }));
}

export function writeRelationships(list: readonly Relationship[]): string {
  const lines = list.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${xmlText(id)}" Type="${xmlText(type)}" Target="${xmlText(target)}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${NAMES.packageRelationships}">${lines.join('')}</Relationships>`;
}

/** A relationship to a part of this package, named from its root so that no path has to be worked out. */
export const inside = (id: string, what: string, part: string): Relationship => ({
  id,
  type: `${NAMES.relationships}/${what}`,
  target: `/${part}`,
  external: false,
});
