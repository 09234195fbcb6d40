import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { askUnseen } from './ask-unseen';

/** Where a passphrase comes from that is not typed: never a command line or a variable, which other programs can read. */
export interface PassphraseSource {
  /** A file that only its owner may read. */
  readonly file: string | null;
  /** A descriptor that this program was started with. */
  readonly descriptor: number | null;
}

export type Given = { readonly passphrase: string } | { readonly refused: string };

/** Rights of a file that others than its owner have. */
const OTHERS = 0o077;
/** More is no passphrase. */
const MOST_BYTES = 10_000;

/**
 * @param what is asked for, in a terminal
 * @param twice it is a new one, and typed again
 */
export async function givenPassphrase(source: PassphraseSource, what: string, twice = false): Promise<Given> {
  if (source.file !== null) return fromFile(source.file);
  if (source.descriptor !== null) return fromDescriptor(source.descriptor);
  if (!process.stdin.isTTY)
    return {
      refused: `${what} is needed and nobody can be asked. Put it into a file that only you may read and give --passphrase-file FILE, or hand it over with --passphrase-fd 3 3<FILE.`,
    };
  const passphrase = await askUnseen(`${what}: `);
  if (passphrase === null) return { refused: 'Nothing was given; nothing was changed.' };
  if (twice && (await askUnseen('The same again: ')) !== passphrase)
    return { refused: 'The two are not the same; nothing was changed. Try it again.' };
  return { passphrase };
}

function fromFile(path: string): Given {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    return { refused: `The file ${basename(path)} with the passphrase cannot be read. Look for it, or ask its owner.` };
  }
  try {
    const found = fstatSync(descriptor);
    if (process.platform !== 'win32' && (found.mode & OTHERS) !== 0)
      return {
        refused: `Others may read ${basename(path)}, so it keeps no passphrase. Take their rights away (chmod 600) and change the passphrase if they may have read it.`,
      };
    return firstLine(descriptor, basename(path));
  } finally {
    closeSync(descriptor);
  }
}

function fromDescriptor(descriptor: number): Given {
  try {
    return firstLine(descriptor, `descriptor ${descriptor}`);
  } catch {
    return {
      refused: `Nothing can be read from descriptor ${descriptor}. Open it in the shell: --passphrase-fd 3 3<FILE.`,
    };
  }
}

/** The first line, without its end: editors put one there. */
function firstLine(descriptor: number, name: string): Given {
  const bytes = readFileSync(descriptor);
  const [line = ''] = bytes.toString('utf8').split(/\r?\n/);
  if (line === '' || bytes.length > MOST_BYTES)
    return { refused: `There is no passphrase in the first line of ${name}.` };
  return { passphrase: line };
}
