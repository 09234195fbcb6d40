import { randomUUID } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { limitedBytes } from './http-body';

export const PORTFOLIO_EXTENSION = '.modelfolio';

export interface StoredFile {
  readonly path: string;
  /** What it is called there. */
  readonly name: string;
}

/** Files that a browser sent. They lie in a private folder until the program ends; portfolios are kept. */
export class Uploads {
  readonly #portfolioFolder: string;
  readonly #limit: number;
  #folder: Promise<string> | null = null;

  /** @param limit in bytes, for one file. */
  constructor(portfolioFolder: string, limit: number) {
    this.#portfolioFolder = portfolioFolder;
    this.#limit = limit;
  }

  /** Writes what the request carries and answers where it lies and what it is called there. */
  async receive(request: IncomingMessage, givenName: string): Promise<StoredFile> {
    const name = safeFileName(givenName);
    const folder = await this.#newFolder();
    const path = join(folder, name);
    try {
      const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
      await pipeline(limitedBytes(request, this.#limit), file);
      if (extname(name).toLowerCase() !== PORTFOLIO_EXTENSION) return { path, name };
      return await this.#keep(path, name);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** A place for a file that is yet to be written, in a folder of its own. */
  async reserve(givenName: string): Promise<StoredFile> {
    const name = safeFileName(givenName);
    return { path: join(await this.#newFolder(), name), name };
  }

  /** A file from here, with its folder. */
  async remove(path: string): Promise<void> {
    await rm(dirname(path), { recursive: true, force: true });
  }

  /** A folder for one file. Systems clear their temporary folders now and then; the private one is then made anew. */
  async #newFolder(): Promise<string> {
    for (;;) {
      // mkdtemp makes a folder that only this user may enter.
      this.#folder ??= mkdtemp(join(tmpdir(), 'modelfolio-'));
      const folder = join(await this.#folder, randomUUID());
      try {
        await mkdir(folder, { mode: 0o700 });
        return folder;
      } catch (error) {
        if (!isCode(error, 'ENOENT')) throw error;
        this.#folder = null;
      }
    }
  }

  /** An uploaded portfolio is worked in from now on, so it moves to where portfolios are kept, under a free name. */
  async #keep(path: string, name: string): Promise<StoredFile> {
    await mkdir(this.#portfolioFolder, { recursive: true });
    for (let copy = 1; ; copy += 1) {
      const free = copy === 1 ? name : `${name.slice(0, -extname(name).length)} (${copy})${extname(name)}`;
      const target = join(this.#portfolioFolder, free);
      try {
        await copyFile(path, target, constants.COPYFILE_EXCL);
        await rm(path, { force: true });
        return { path: target, name: free };
      } catch (error) {
        if (!isCode(error, 'EEXIST')) throw error;
      }
    }
  }

  async removeAll(): Promise<void> {
    if (this.#folder !== null) await rm(await this.#folder, { recursive: true, force: true });
  }
}

/** A name of one segment that no file system reads as anything else; the extension stays. */
export function safeFileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here.
  const clean = last.replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_').replace(/^[. ]+|[. ]+$/g, '');
  const extension = extname(clean).slice(0, 20);
  const stem = clean.slice(0, clean.length - extname(clean).length).slice(0, 100);
  // On Windows these words are devices, with any extension.
  const device = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem);
  return `${stem === '' || device ? `file ${stem}`.trim() : stem}${extension}`;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
