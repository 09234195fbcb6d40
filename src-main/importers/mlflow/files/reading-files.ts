import type { Progress } from '../../sources/source';
import { badFile } from '../../tabular/failures';
import type { RegistryServer } from '../mlflow-registry';

/** How a registry is read that lies in files. */
export interface ReadingFiles {
  readonly fileName: string;
  /** The workspace that is wanted; '' for the one that is there by itself. */
  readonly scope: string;
  readonly signal: AbortSignal | undefined;
  readonly progress: Progress;
  readonly betweenSteps?: (() => Promise<void>) | undefined;
  /** More rows of a table, or files, are refused, not cut. */
  readonly mostRows: number;
}

/** The stage of a version that was deleted: its store keeps it so, and its server hides it. */
export const DELETED = 'Deleted_Internal';

/** Also what an older store is, that knows none. */
export const DEFAULT_WORKSPACE = 'default';

/** The workspace that is meant: as a server answers, one that was never told of others has none. */
export function workspaceIn(
  found: readonly string[],
  scope: string,
  fileName: string,
): Pick<RegistryServer, 'workspace' | 'workspaces'> {
  const workspaces = found.every((one) => one === DEFAULT_WORKSPACE) ? [] : [...found];
  if (scope !== '' && scope !== DEFAULT_WORKSPACE && !workspaces.includes(scope))
    throw badFile(
      workspaces.length === 0
        ? `${fileName} has no workspaces, so there is none called “${scope}”. Leave the workspace empty.`
        : `${fileName} has no workspace called “${scope}”; it has ${workspaces.slice(0, 5).join(', ')}. Correct it, or leave it empty.`,
    );
  return { workspace: scope === '' && workspaces.length > 0 ? DEFAULT_WORKSPACE : scope, workspaces };
}
