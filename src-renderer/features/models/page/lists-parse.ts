import { isWebAddress } from '../../../lib/web-address';
import type { Parsed } from './field-parse';
import type { ExternalReference } from './model-types';

/** Tags as they are stored: trimmed, none twice (without case), at most 50 of 80 characters. */
export const parseTags = (tags: readonly string[]): Parsed => {
  const kept: string[] = [];
  for (const tag of tags.map((text) => text.trim()).filter((text) => text !== '')) {
    if (tag.length > 80)
      return { ok: false, message: `A tag takes 80 characters at most: “${tag.slice(0, 30)}…” is longer.` };
    if (!kept.some((other) => other.toLowerCase() === tag.toLowerCase())) kept.push(tag);
  }
  return kept.length > 50 ? { ok: false, message: 'A model takes 50 tags at most.' } : { ok: true, value: kept };
};

/** References as they are stored: rows with nothing in them are dropped, every other one needs its system. */
export const parseReferences = (rows: readonly ExternalReference[]): Parsed => {
  const kept = rows
    .map(({ system, id, url }) => ({ system: system.trim(), id: id.trim(), url: url.trim() }))
    .filter(({ system, id, url }) => system !== '' || id !== '' || url !== '');
  for (const [index, { system, url }] of kept.entries()) {
    if (system === '')
      return { ok: false, message: `Reference ${index + 1} needs the name of its system, such as MLflow.` };
    if (url !== '' && !isWebAddress(url))
      return { ok: false, message: `The address of reference ${index + 1} must start with https:// or http://.` };
  }
  return kept.length > 50 ? { ok: false, message: 'A model takes 50 references at most.' } : { ok: true, value: kept };
};
