import { strFromU8, unzipSync } from 'fflate';
import { DomainError } from '../../../failure/domain-error';
import type { PackageParts } from './relationships';

/** What a template may be at most: a large one of a bank has 20 MB and 600 parts. */
export const LIMITS = { fileBytes: 100e6, entries: 5_000, bytes: 400e6, ratio: 200, ratioFrom: 1e6 } as const;

/** First bytes of a container that Office encrypts or labels: not a package, and not ours to open. */
const LOCKED = [0xd0, 0xcf, 0x11, 0xe0] as const;

const refused = (name: string, why: string): DomainError => new DomainError('bad_file', `The template ${name} ${why}`);

/**
 * The parts of a presentation or template.
 *
 * @throws DomainError where it is none, is locked, or would fill the memory
 */
export function readPackage(bytes: Uint8Array, name: string): PackageParts {
  if (LOCKED.every((byte, at) => bytes[at] === byte))
    throw refused(
      name,
      'is locked by a password or a sensitivity label, or is of the format before 2007. Save it without one as POTX.',
    );
  if (bytes.byteLength > LIMITS.fileBytes) throw refused(name, 'has more than 100 MB. Take the masters only.');
  const parts = new Map(Object.entries(unzipped(bytes, name)).filter(([part]) => !part.endsWith('/')));
  if (!parts.has('[Content_Types].xml') || ![...parts.keys()].some((part) => part.endsWith('presentation.xml')))
    throw refused(name, 'is no PowerPoint file. Choose a PPTX or POTX file.');
  for (const [part, content] of parts) refusePart(part, content, name);
  return parts;
}

function unzipped(bytes: Uint8Array, name: string): Record<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name: part, size, originalSize }) => {
        entries += 1;
        total += originalSize;
        if (entries > LIMITS.entries || total > LIMITS.bytes) throw refused(name, 'unpacks to more than 400 MB.');
        if (originalSize > LIMITS.ratioFrom && originalSize > size * LIMITS.ratio)
          throw refused(name, `holds a part that unpacks to ${LIMITS.ratio} times its size (${part}).`);
        if (part.startsWith('/') || part.includes('\\') || part.split('/').includes('..'))
          throw refused(name, `holds a part outside of itself (${part}).`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw refused(name, 'cannot be unpacked: it is damaged, or no PowerPoint file.');
  }
}

/** A declaration of types can name files and grow without end; no program writes one. */
function refusePart(part: string, content: Uint8Array, name: string): void {
  if (!/\.(xml|rels)$/i.test(part)) return;
  if (content[0] === 0xff || content[0] === 0xfe || strFromU8(content.subarray(0, 4_000), true).includes('<!DOCTYPE'))
    throw refused(name, `declares types of its own in ${part}, which no presentation does.`);
}
