import type { Preview } from '#contract/imports/imports';
import type { ImportDraft } from './use-import-draft';

/** What the screen of a kind is given once its file has been read. */
export interface ReadyProps<P extends Preview> {
  readonly draft: ImportDraft;
  readonly preview: P;
  readonly apply: () => void;
}
