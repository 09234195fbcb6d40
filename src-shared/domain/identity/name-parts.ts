import { foldName } from './fold-name';
import { saysFormerName } from './former-names';

/** What a name says, and what else it says. All folded, except for what it cites. */
export interface NameParts {
  /** Without `[…]` and without what it was called before. */
  readonly main: string;
  /** Without `(…)` too; equal to `main` where there are none. */
  readonly bare: string;
  /** What stands in `(…)`, in its order; '' without brackets. */
  readonly brackets: string;
  /** The name that it says it had; '' if it says none. */
  readonly former: string;
  /** Ids that it cites in `[…]`, as written. */
  readonly cited: readonly string[];
}

/** `[Un]supervised` is a spelling, not a remark: a letter follows at once. */
const SQUARE = /[[【〔]([^\]】〕]*)[\]】〕](?!\p{L})/gu;
const ROUND = /[(（]([^()（）]*)[)）]?/g;
const REFERENCE = /[\p{L}\p{N}]+(?:[-_/.][\p{L}\p{N}]+)*/gu;

/**
 * Takes a name apart. `main` is not empty where the name was not.
 *
 * @param folded the name as `foldName` has it, where that is known
 */
export function takeApart(name: string, folded = foldName(name)): NameParts {
  if (!/[[(（【〔:："“„«「『;,–—\n=-]/.test(name)) return plain(folded);
  const { now, was } = saysFormerName(name);
  const cited = [...now.matchAll(SQUARE)]
    .flatMap((match) => match[1]?.match(REFERENCE) ?? [])
    .filter((token) => /\d/.test(token));
  const main = orElse(now.replace(SQUARE, ' '), now);
  return {
    main: foldName(main),
    bare: foldName(orElse(main.replace(ROUND, ' '), main)),
    brackets: [...main.matchAll(ROUND)].map((match) => foldName(match[1] ?? '')).join(' '),
    former: was === null ? '' : foldName(was),
    cited,
  };
}

const plain = (folded: string): NameParts => ({ main: folded, bare: folded, brackets: '', former: '', cited: NOTHING });

const NOTHING: readonly string[] = [];

const orElse = (text: string, otherwise: string): string => (foldName(text) === '' ? otherwise : text);
