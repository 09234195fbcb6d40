import type { z } from 'zod';
import { Pack } from '#contract/governance/rule-pack';
import { packProblems } from '#domain/governance/pack-problems';
import { PLAIN_RULES, type RulePack } from '#domain/governance/rule-pack';
import { doubledName } from './doubled-name';
import type { PackProblem } from './pack-problem';
import { beyondBounds, PACK_BOUNDS } from './within-bounds';

export type ReadPack =
  | { readonly pack: RulePack; readonly problems: readonly [] }
  | { readonly pack: null; readonly problems: readonly PackProblem[] };

const not = (...problems: readonly PackProblem[]): ReadPack => ({ pack: null, problems });
const whole = (words: string): ReadPack => not({ place: '', words });

/** A pack as a file of a stranger has it: its bounds first, then its form, then whether it holds together. */
export function readPack(bytes: Uint8Array): ReadPack {
  if (bytes.length > PACK_BOUNDS.bytes)
    return whole(
      `The file is larger than ${PACK_BOUNDS.bytes / 1_000_000} MB, which no rule pack is. Choose another file.`,
    );
  let text = '';
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof SyntaxError ? ` (${error.message.slice(0, 160)})` : '';
    return whole(`The file is no JSON in UTF-8${why}. Save it as JSON, as the published schema has it.`);
  }
  const twice = doubledName(text);
  if (twice !== null)
    return whole(
      `The name “${twice.slice(0, 40)}” stands twice in one part of the file, and only one of the two would count. Take one out.`,
    );
  return packOf(value);
}

/** The same of a value that is there already. */
export function packOf(value: unknown): ReadPack {
  const beyond = beyondBounds(value);
  if (beyond !== null) return not(beyond);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return whole('The file holds no rule pack: it begins with no object. Compare it with the published schema.');
  if ('format' in value && value.format !== 'modelfolio.rulepack/1')
    return not({
      place: 'format',
      words: `“${String(value.format).slice(0, 60)}” is not a format that this program reads. Write modelfolio.rulepack/1, or use a newer program.`,
    });
  const parsed = Pack.safeParse(value);
  if (!parsed.success)
    return not(...parsed.error.issues.flatMap((issue) => problemsOf(issue, [], value)).slice(0, MOST));
  // As it was given, in its own order: an export is the same file again.
  const pack = value as RulePack; // just parsed
  const problems = packProblems(pack).map((words) => ({ place: '', words }));
  return problems.length === 0 ? { pack, problems: [] } : not(...problems.slice(0, MOST));
}

/** More than anybody mends at once. */
const MOST = 20;
type Issue = z.core.$ZodIssue;

/** Of a value that may have several forms, what is wrong with the one that it comes nearest to. */
function problemsOf(issue: Issue, above: readonly PropertyKey[], value: unknown): readonly PackProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.toSorted((a, b) => strangeness(a) - strangeness(b))[0] ?? [];
    return nearest.flatMap((one) => problemsOf(one, path, value));
  }
  return [{ place: placeOf(path, value), words: wordsOf(issue, path) }];
}

/** A form that has not even the names of the value is farther than one of which a part is wrong. */
const strangeness = (issues: readonly Issue[]): number =>
  issues.reduce(
    (sum, { code, path }) =>
      sum + (code === 'unrecognized_keys' ? 100 : path.length > 1 ? 1 : code === 'invalid_type' ? 50 : 60),
    0,
  );

function placeOf(path: readonly PropertyKey[], value: unknown): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`)).join('');
  const name = nameOn(path, value);
  return `${text.replace(/^\./, '')}${name === '' ? '' : ` (${name})`}`;
}

/** The id of the innermost thing on the way that has one. */
function nameOn(path: readonly PropertyKey[], value: unknown): string {
  let [name, here] = ['', value];
  for (const part of path) {
    if (typeof here !== 'object' || here === null) break;
    here = (here as Readonly<Record<PropertyKey, unknown>>)[part]; // the path that the parser went
    if (typeof here === 'object' && here !== null && 'id' in here && typeof here.id === 'string') name = here.id;
  }
  return name.slice(0, 40);
}

function wordsOf(issue: Issue, path: readonly PropertyKey[]): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `“${key.slice(0, 40)}”`).join(', ')} is no part of a pack. Take it out, or mend its spelling.`;
    case 'invalid_value':
      return `Write one of ${(path.at(-1) === 'rule' ? EVIDENCE_RULES : issue.values.map(String)).join(', ')}.`;
    case 'invalid_type':
      return issue.input === undefined
        ? `This is left out. Write ${aOf(issue.expected)} here.`
        : `Write ${aOf(issue.expected)} here.`;
    case 'too_big':
      return `This is ${issue.origin === 'number' || issue.origin === 'int' ? 'more' : 'longer'} than ${issue.maximum}. Shorten it.`;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `This is less than ${issue.minimum}. Write a larger number.`
        : issue.origin === 'array'
          ? 'This list is empty. Fill it in.'
          : `This has fewer than ${issue.minimum} characters. Fill it in.`;
    default:
      return `${issue.message.replace(/^./, (first) => first.toUpperCase())}.`;
  }
}

/** Every way in which a duty is shown, whichever the parser tried last. */
const EVIDENCE_RULES: readonly string[] = [
  'evidence_valid',
  'evidence_after_event',
  'field_set',
  'drift_result_within_days',
  'clock_kept',
  ...PLAIN_RULES,
  'nothing_yet',
];
const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};
const aOf = (expected: string): string => WORDS[expected] ?? expected;
