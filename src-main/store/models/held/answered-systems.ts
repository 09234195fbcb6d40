import { isAnswer } from '#domain/governance/answers';
import { parseReferences } from '../cells';

const NONE: readonly string[] = [];

/**
 * What rule packs see of external references: the systems of which an id or an address is known, each once.
 *
 * @param cell JSON as it lies in the file
 */
export const answeredSystems = (cell: string): readonly string[] =>
  cell === '[]'
    ? NONE
    : [
        ...new Set(
          parseReferences(cell).flatMap(({ system, id, url }) => (isAnswer(id) || isAnswer(url) ? [system] : [])),
        ),
      ];
