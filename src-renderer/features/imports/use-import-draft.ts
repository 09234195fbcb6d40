import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ImportMapping, ImportRequest, Preview } from '#contract/imports/imports';
import type { Input } from '#contract/index';
import type { Decision } from '#domain/models/history/told';
import { useChannel } from '../../client/use-query';

export type Request = Omit<Input<'imports.preview'>, 'mapping'> & { readonly mapping?: ImportMapping };

type Decided = ImportRequest['decisions'][number];

export interface ImportDraft {
  readonly request: Request;
  /** The last answer; it stays while the next one is computed. */
  readonly preview: Preview | undefined;
  /** The mapping as edited here, else as the engine found it; of the preview's kind. */
  readonly mapping: ImportMapping | undefined;
  /** An edit is on its way to the engine, so that the numbers are those of a moment ago. */
  readonly waiting: boolean;
  readonly error: Error | null;
  readonly editMapping: (edit: (mapping: ImportMapping) => ImportMapping) => void;
  /** What a person answers about an inventory that comes in again; sent with the file, and worked out anew. */
  readonly answer: (edit: (request: Request) => Request) => void;
  /** Reads the file in another way; the columns are then mapped anew. */
  readonly readAs: (change: Partial<Pick<Request, 'encoding' | 'delimiter' | 'sheets' | 'totals'>>) => void;
  /** Takes the mapping of a preset; null keeps the mapping and lets go of the preset's name. */
  readonly choosePreset: (id: string | null) => void;
  /** Says who is right about a field of one version. */
  readonly decide: (about: Pick<Decided, 'modelId' | 'field' | 'version'>, decision: Decision) => void;
  readonly retry: () => void;
}

/** What the screen of a kind is given once its file has been read. */
export interface ReadyProps<P extends Preview> {
  readonly draft: ImportDraft;
  readonly preview: P;
  /** @param afterwards a command of its own that follows once the import is stored; answers a sentence on what came of it */
  readonly apply: (afterwards?: () => Promise<string>) => void;
}

const TYPING_MS = 300;

const presetOf = (preview: Preview | undefined): string | null =>
  preview?.format === 'inventory' ? preview.preset : null;

/** The import under construction and what it would do, worked out a moment after each edit. */
export function useImportDraft(file: string, paused: boolean): ImportDraft {
  const timeZone = useMemo(() => Intl.DateTimeFormat().resolvedOptions().timeZone, []);
  const [request, setRequest] = useState<Request>({ file, timeZone });
  const [settled] = useDebouncedValue(request, TYPING_MS);
  const answer = useChannel('imports.preview', settled, { enabled: !paused });
  const found = answer.data;
  // The edits are the same functions throughout, so that rows are not drawn again for a new answer alone.
  const latest = useRef(found);
  latest.current = found;

  const editMapping = useCallback((edit: (mapping: ImportMapping) => ImportMapping): void => {
    setRequest((before) => {
      const from = before.mapping ?? latest.current?.mapping;
      if (!from) return before;
      const preset = before.preset ?? presetOf(latest.current);
      return { ...before, mapping: edit(from), ...(preset === null || before.mapping ? {} : { preset }) };
    });
  }, []);
  const readAs = useCallback<ImportDraft['readAs']>((change) => {
    setRequest(({ mapping: _mapping, ...rest }) => ({ ...rest, ...change }));
  }, []);
  const choosePreset = useCallback<ImportDraft['choosePreset']>((id) => {
    setRequest(({ preset: _preset, mapping, ...rest }) => {
      if (id !== null) return { ...rest, preset: id };
      const kept = mapping ?? latest.current?.mapping;
      return kept ? { ...rest, mapping: kept } : rest;
    });
  }, []);
  const decide = useCallback<ImportDraft['decide']>((about, decision) => {
    setRequest(({ decisions = [], ...rest }) => {
      const others = decisions.filter(
        (one) => one.modelId !== about.modelId || one.field !== about.field || one.version !== about.version,
      );
      return { ...rest, decisions: [...others, { ...about, decision }] };
    });
  }, []);

  return {
    request,
    preview: found,
    mapping: request.mapping ?? found?.mapping,
    waiting: settled !== request || answer.isFetching,
    error: answer.error,
    editMapping,
    answer: setRequest,
    readAs,
    choosePreset,
    decide,
    retry: () => void answer.refetch(),
  };
}
