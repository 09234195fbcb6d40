import { accepted, type Parsed, refused } from '#domain/base/parsed';
import { isWebAddress } from '../../../lib/web-address';
import type { ExternalReference } from './model-types';

/** References as they are stored: rows with nothing in them are dropped, every other one needs its system. */
export const parseReferences = (rows: readonly ExternalReference[]): Parsed<readonly ExternalReference[]> => {
  const kept = rows
    .map(({ system, id, url }) => ({ system: system.trim(), id: id.trim(), url: url.trim() }))
    .filter(({ system, id, url }) => system !== '' || id !== '' || url !== '');
  for (const [index, { system, url }] of kept.entries()) {
    if (system === '')
      return refused('no_system', `Reference ${index + 1} needs the name of its system, such as MLflow.`);
    if (url !== '' && !isWebAddress(url))
      return refused('no_address', `The address of reference ${index + 1} must start with https:// or http://.`);
  }
  return kept.length > 50 ? refused('too_many', 'A model takes 50 references at most.') : accepted(kept);
};
