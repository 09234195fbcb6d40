import { resolve } from 'node:path';
import { DomainError } from '../failure/domain-error';

/** What a *file* field stands for. A page never learns or sends a path where tokens are the rule. */
export interface Files {
  grant(path: string): string;
  resolve(reference: string): string;
}

export function createFiles(acceptPaths: boolean, newId: () => string): Files {
  const granted = new Map<string, string>();
  return {
    grant: (path) => {
      const token = `file-${newId()}`;
      granted.set(token, resolve(path));
      return token;
    },
    resolve: (reference) => {
      const path = granted.get(reference);
      if (path !== undefined) return path;
      if (acceptPaths) return resolve(reference);
      throw new DomainError(
        'invalid_input',
        'This file was not chosen here, or the program was started again since. Choose the file once more.',
      );
    },
  };
}
