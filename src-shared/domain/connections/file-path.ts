import { accepted, type Parsed, refused } from '../base/parsed';
import type { Address } from './address';

const MOST = 500;

/** Whether a path names another computer (`\\server\share`, `//server/share`): to open it would be to talk to that one. */
export const leadsElsewhere = (path: string): boolean => /^[\\/]{2}/.test(path);

/**
 * Reads the whole path of a file or folder on this computer as an address: nothing travels, so its parts of a network are empty. A path
 * that leads to another computer by its name (`\\server\share`) is refused, since opening it would be talking to that server.
 */
export function readFilePath(typed: string): Parsed<Address> {
  const text = typed.trim().replace(/^file:\/\/(?=\/)/, '');
  if (text === '') return refused('no_address', 'A path is missing. Give one such as /srv/mlflow/mlflow.db.');
  if (text.length > MOST) return refused('too_long', `A path may have up to ${MOST} characters.`);
  if (leadsElsewhere(text))
    return refused(
      'other_computer',
      'This path leads to another computer by its name, which would ask that computer. Give the path under which the folder is mounted here.',
    );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no path has them, and a log would be broken by them.
  if (!/^(\/|[A-Za-z]:[\\/])/.test(text) || /[\u0000-\u001f]/.test(text))
    return refused('bad_path', 'This is no whole path. Give one from its beginning, such as /srv/mlflow/mlflow.db.');
  const path = text.replace(/(?<=[^:\\/])[\\/]+$/, '');
  const name = path.split(/[\\/]/).at(-1) || path;
  return accepted({
    text: path,
    origin: `file://${path}`,
    host: name,
    port: 0,
    base: '',
    secure: true,
    loopback: true,
  });
}
