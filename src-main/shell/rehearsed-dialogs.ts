export type FileKind = 'portfolio' | 'table' | 'data' | 'template' | 'logo' | 'certificate' | 'folder';

/** The dialogs that a person answers. `null` = they changed their mind. */
export interface Dialogs {
  pickFile(kind: FileKind): Promise<string | null>;
  pickNewPortfolio(suggestedName: string, folder: string): Promise<string | null>;
  /** Where a file that the page made is to be written. */
  pickSaveAs(suggestedName: string): Promise<string | null>;
  /** Shows an address and asks whether to open it in the browser. */
  confirmLink(address: string): Promise<boolean>;
}

/**
 * Answers given beforehand, for end-to-end tests: `MODELFOLIO_DIALOG_ANSWERS` is a JSON array of paths (`null` = changed
 * their mind), taken one by one. Only `MODELFOLIO_TEST=1` lets them in; `null`: the system's dialogs are to be used.
 */
export function rehearsedDialogs(env: Readonly<Record<string, string | undefined>>): Dialogs | null {
  if (env.MODELFOLIO_TEST !== '1' || env.MODELFOLIO_DIALOG_ANSWERS === undefined) return null;
  const answers: unknown = JSON.parse(env.MODELFOLIO_DIALOG_ANSWERS);
  const left: unknown[] = Array.isArray(answers) ? [...answers] : [];
  const next = () => {
    const answer = left.shift();
    return Promise.resolve(typeof answer === 'string' ? answer : null);
  };
  return { pickFile: next, pickNewPortfolio: next, pickSaveAs: next, confirmLink: async () => (await next()) !== null };
}
