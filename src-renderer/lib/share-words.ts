/** What pages are called where somebody is told that a colleague is there; the longest beginning of the address decides. */
const PAGES: readonly (readonly [string, string])[] = [
  ['/week', 'in This week'],
  ['/portfolio', 'in the portfolio'],
  ['/models', 'looks at a model'],
  ['/monitoring', 'in Monitoring'],
  ['/incidents', 'in Incidents'],
  ['/assessments', 'in Assessment'],
  ['/investment', 'in Investment'],
  ['/governance', 'in Governance'],
  ['/dependencies', 'in Dependencies'],
  ['/reports', 'in Reports'],
  ['/quality', 'in Data quality'],
  ['/carry', 'in Cost to carry'],
  ['/import', 'in Imports'],
  ['/journal', 'in the journal'],
  ['/changes', 'in Changes'],
  ['/settings', 'in Settings'],
  ['/', 'in Overview'],
];

interface Whereabouts {
  readonly page: string;
  readonly modelName: string | null;
  readonly edits: boolean;
}

/** What somebody is doing, in a few words: `edits Motor claim severity`. */
export function whereWords({ page, modelName, edits }: Whereabouts): string {
  if (modelName !== null) return `${edits ? 'edits' : 'looks at'} ${modelName}`;
  const found = PAGES.find(
    ([beginning]) => page === beginning || (beginning !== '/' && page.startsWith(`${beginning}/`)),
  );
  return found?.[1] ?? 'here';
}

/** `GV` of Greta Voss, `PR` of priya.raman, `A` of Ada. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => word !== '');
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  // By code points: a letter may be two units.
  return ends.map((word) => [...(word ?? '?')][0]?.toLocaleUpperCase() ?? '').join('');
}

export const ROLE_LABELS = { viewer: 'Viewer', editor: 'Editor', approver: 'Approver', owner: 'Owner' } as const;
export type ShareRole = keyof typeof ROLE_LABELS;

/** `Ada`, `Ada and Bo`, `Ada, Bo and Cy`. */
export const sayNames = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
