import type { ReactNode } from 'react';
import { CallFailed } from '../../client/call';
import { useFileActions } from '../../client/use-file-actions';
import { PageHeader } from '../../components/ui/page-header';
import { ErrorState, Loading } from '../../components/ui/states';
import { ApplyProgress, ApplyResult } from './apply-panels';
import { EncodingQuestion } from './encoding-question';
import { readyScreen } from './import-kinds';
import { useApply } from './use-apply';
import { useImportDraft } from './use-import-draft';
import './imports.css';
import './preview.css';

/** From a chosen file to what was imported: mapping with a live preview, then the import itself. */
export function ImportFlow({ file, fileName }: { readonly file: string; readonly fileName: string }): ReactNode {
  const { state, apply, cancel } = useApply();
  const draft = useImportDraft(file, state.step !== 'mapping');
  const { importTable } = useFileActions();
  const { preview } = draft;

  if (state.step === 'running') return <ApplyProgress fileName={fileName} state={state} cancel={cancel} />;
  if (state.step === 'done') return <ApplyResult fileName={fileName} result={state.result} after={state.after} />;
  if (preview && !preview.encodingCertain)
    return <EncodingQuestion preview={preview} choose={(encoding) => draft.readAs({ encoding })} />;
  if (preview) return readyScreen(preview, { draft, apply: (afterwards) => void apply(draft.request, afterwards) });
  if (draft.error) {
    const badFile = draft.error instanceof CallFailed && draft.error.code === 'bad_file';
    return (
      <ErrorState
        title={`${fileName || 'The file'} could not be read`}
        error={draft.error}
        action={{ label: 'Choose another file', run: () => void importTable() }}
        {...(badFile ? {} : { retry: draft.retry })}
      />
    );
  }
  return (
    <>
      <PageHeader headline={`Reading ${fileName || 'the file'}`} subline="Nothing is stored until you say so." />
      <Loading rows={12} label="Reading the file" />
    </>
  );
}
