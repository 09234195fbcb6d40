import { isAbsolute, relative, resolve, sep } from 'node:path';

/** True when `path` lies inside `folder` (both absolute); a sibling with the same beginning does not. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * The file that a URL's path names inside `folder`; `null` when it leaves the folder or is written in a way that only
 * an attack needs (an encoded `..`, a backslash, a NUL, a drive letter, a broken escape). '/' is the folder itself.
 */
export function containedPath(folder: string, urlPath: string): string | null {
  const path = decoded(urlPath);
  if (path === null || !path.startsWith('/') || /[\\\0:]/.test(path)) return null;
  const segments = path.split('/').slice(1);
  if (segments.some((segment) => segment === '..' || segment === '.')) return null;
  const target = resolve(folder, ...segments.filter((segment) => segment !== ''));
  return target === resolve(folder) || isInside(resolve(folder), target) ? target : null;
}

function decoded(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}
