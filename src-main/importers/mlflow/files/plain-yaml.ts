import { parseDocument } from 'yaml';
import type { JsonObject } from '../../drift/json-shape';
import { asObject } from '../../drift/json-shape';

/** A file of facts as Python writes it. Anchors, tags and anything but plain values are refused. `null`: it is none. */
export function plainYaml(text: string): JsonObject | null {
  try {
    // Python's writer speaks YAML 1.1, in which `on` is no text; aliases are how a small file becomes a large one.
    const document = parseDocument(text, { version: '1.1', merge: false, logLevel: 'silent' });
    return document.errors.length > 0 ? null : asObject(document.toJS({ maxAliasCount: 0 }));
  } catch {
    return null;
  }
}
