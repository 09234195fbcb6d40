import { constants } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { badFile } from '../../tabular/failures';
import { loadFile, readable } from '../../tabular/load-file';
import { openZip, unpack, type ZipArchive, type ZipEntry, type ZipLimits } from '../../tabular/zip/zip-archive';

/** A folder of somebody else's, or an archive of one. Paths in it are written with `/`; '' is the folder itself. */
export interface FileTree {
  readonly fileName: string;
  list(folder: string): Promise<Listing>;
  /** `null`: there is no such file. */
  text(path: string, most?: number): Promise<string | null>;
}

export interface Listing {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** Of a file that holds one fact; a whole export says another limit. */
const MOST_BYTES = 1024 * 1024;
/** A model and each of its versions are some files each. */
const REGISTRY: ZipLimits = {
  entries: 65_534,
  thing: 'registry',
  todo: 'Leave the artifacts out of the archive, or connect the folder itself.',
  mend: 'Make the archive anew from the folder.',
};
const NOTHING: Listing = { folders: [], files: [] };

/** Nothing outside of the folder is read: what is no ordinary file or folder, a link among it, is not seen. */
export function folderTree(root: string): FileTree {
  const fileName = basename(root);
  return {
    fileName,
    list: async (folder) => {
      try {
        const entries = await readdir(join(root, folder), { withFileTypes: true });
        const named = (those: typeof entries): string[] => those.map(({ name }) => name).sort();
        return {
          folders: named(entries.filter((entry) => entry.isDirectory())),
          files: named(entries.filter((entry) => entry.isFile())),
        };
      } catch (error) {
        if (isMissing(error)) return NOTHING;
        throw readable(error, basename(folder) || fileName);
      }
    },
    text: async (path, most = MOST_BYTES) => {
      try {
        // Between looking and opening a file may become a link: it is not followed, and a pipe is not waited for.
        const handle = await open(
          join(root, path),
          constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
        );
        try {
          return await textOf(handle, path, most);
        } finally {
          await handle.close();
        }
      } catch (error) {
        if (isMissing(error)) return null;
        throw readable(error, basename(path));
      }
    },
  };
}

async function textOf(handle: FileHandle, path: string, most: number): Promise<string | null> {
  const facts = await handle.stat();
  if (!facts.isFile()) return null;
  if (facts.size > most) throw tooLong(path, most);
  return handle.readFile('utf8');
}

/** Only the parts that are asked for are unpacked. */
export async function zipTree(path: string, signal: AbortSignal | undefined): Promise<FileTree> {
  const { fileName, bytes } = await loadFile(path, signal);
  const archive = openZip(fileName, bytes, REGISTRY);
  const folders = listings(archive.entries.keys());
  return {
    fileName,
    list: async (folder) => folders.get(folder) ?? NOTHING,
    text: async (name, most = MOST_BYTES) => {
      const entry = archive.entries.get(name);
      return entry ? unpacked(archive, entry, most) : null;
    },
  };
}

async function unpacked(archive: ZipArchive, entry: ZipEntry, most: number): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of unpack(archive, entry)) {
    size += piece.length;
    if (size > most) throw tooLong(entry.name, most);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function listings(names: Iterable<string>): ReadonlyMap<string, Listing> {
  const found = new Map<string, { folders: Set<string>; files: Set<string> }>();
  const at = (folder: string) => {
    const known = found.get(folder) ?? { folders: new Set(), files: new Set() };
    found.set(folder, known);
    return known;
  };
  for (const name of names) {
    const steps = name.split('/');
    const file = steps.pop() ?? '';
    // What a Mac puts beside the files, and names that lead out of the archive.
    if (steps.some((one) => one === '' || one === '..' || one === '__MACOSX')) continue;
    if (file !== '') at(steps.join('/')).files.add(file);
    for (const [index, one] of steps.entries()) at(steps.slice(0, index).join('/')).folders.add(one);
  }
  return new Map(
    [...found].map(([folder, { folders, files }]) => [
      folder,
      { folders: [...folders].sort(), files: [...files].sort() },
    ]),
  );
}

const tooLong = (path: string, most: number): Error =>
  badFile(
    `${path} has more than ${Math.round(most / 1024 / 1024)} MB, which no such file of MLflow has. Look whether the folder is the right one.`,
  );

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ELOOP');

export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );

/** A path inside of a tree. */
export const inside = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);
