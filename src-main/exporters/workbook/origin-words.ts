import type { Scenario } from '#contract/scenarios/scenarios';
import type { CellWriter } from './cell-writer';

/** Where each input of a scenario comes from, in one line. */
export function originWords(write: CellWriter, { items }: Scenario): (path: string) => string {
  const byPath = new Map(items.map((item) => [item.path, item]));
  return (path) => {
    const item = byPath.get(path);
    if (!item) return '';
    const { origin, by } = item;
    switch (origin.kind) {
      case 'assumption':
        return `assumption, grade ${origin.grade}: ${origin.source}`;
      case 'measured':
        return `measured from the portfolio (n = ${origin.n}): ${origin.words}`;
      case 'entered': {
        const who = write.redact.choice.owners && by !== '' ? 'somebody' : by;
        const note = write.typed(origin.note)?.value ?? '';
        return `entered${who === '' ? '' : ` by ${who}`}${note === '' ? '' : `: ${note}`}`;
      }
    }
  };
}
