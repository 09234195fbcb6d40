import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DomainError } from '../failure/domain-error';
import { secretId } from './new-id';

/** A file that the page may name by its token. */
export interface HeldFile {
  readonly file: string;
  readonly name: string;
}

/** What a *file* field stands for. A page never learns or sends a path where tokens are the rule. */
export interface Files {
  grant(path: string): string;
  resolve(reference: string): string;
  /** The files that fields of an input stand for, by their tokens: for whoever answers it elsewhere. */
  grantedIn(input: unknown): Readonly<Record<string, string>>;
  /** Makes a file of a text that the page has, in a private folder that is gone when the program ends. */
  hold(name: string, content: string | Uint8Array): Promise<HeldFile>;
  removeHeld(): Promise<void>;
}

export function createFiles(acceptPaths: boolean): Files {
  const granted = new Map<string, string>();
  let folder: Promise<string> | null = null;
  const files: Files = {
    grant: (path) => {
      const token = `file-${secretId()}`;
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
    grantedIn: (input) => {
      if (typeof input !== 'object' || input === null) return {};
      const tokens = Object.values(input).filter((value) => typeof value === 'string');
      return Object.fromEntries(
        tokens.flatMap((token) => {
          const path = granted.get(token) ?? (acceptPaths && token !== '' ? resolve(token) : undefined);
          return path === undefined ? [] : [[token, path]];
        }),
      );
    },
    hold: async (name, content) => {
      // mkdtemp makes a folder that only this user may enter.
      folder ??= mkdtemp(join(tmpdir(), 'modelfolio-held-'));
      const own = join(await folder, secretId());
      await mkdir(own, { mode: 0o700, recursive: true });
      const path = join(own, plainName(name));
      await writeFile(path, content, { flag: 'wx', mode: 0o600 });
      return { file: files.grant(path), name: plainName(name) };
    },
    removeHeld: async () => {
      if (folder !== null) await rm(await folder, { recursive: true, force: true });
      folder = null;
    },
  };
  return files;
}

/** One segment that no file system reads as anything else. */
const plainName = (name: string): string => {
  const words = name.replace(/[^\p{L}\p{N}. _-]/gu, ' ').replace(/\s+/g, ' ');
  return words.replace(/^[. ]+|[. ]+$/g, '').slice(-120) || 'table';
};
