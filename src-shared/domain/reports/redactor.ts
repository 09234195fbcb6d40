/** What a report may not tell. */
export interface RedactionChoice {
  readonly names?: boolean | undefined;
  readonly owners?: boolean | undefined;
  readonly money?: boolean | undefined;
}

export interface NamedModel {
  readonly id: string;
  readonly name: string;
}

/** The one place where names and people are taken out, for all formats. */
export interface Redactor {
  readonly choice: RedactionChoice;
  /** The model's name, or its alias `Model 07`. */
  model(id: string, name: string): string;
  /** The person, or '' where people are left out. */
  person(name: string): string;
  /** Text that somebody typed, or that holds typed names: known names in it are replaced. */
  free(text: string): string;
  /** What was left out, as a sentence; '' = nothing. */
  readonly words: string;
}

/** Shorter names are replaced only where they stand alone, for they occur inside of ordinary words. */
const SHORT = 4;

interface Replacement {
  readonly folded: string;
  readonly by: string;
}

/** @param models all models in a stable order (by their registration): the number of an alias is the place in it. */
export function createRedactor(
  choice: RedactionChoice,
  models: readonly NamedModel[],
  people: readonly string[],
): Redactor {
  const digits = Math.max(2, String(models.length).length);
  const aliases = new Map(models.map(({ id }, index) => [id, `Model ${String(index + 1).padStart(digits, '0')}`]));
  const replacements: Replacement[] = [
    ...(choice.names ? models.map(({ id, name }) => ({ folded: fold(name), by: aliases.get(id) ?? 'A model' })) : []),
    ...(choice.owners ? people.map((person) => ({ folded: fold(person), by: '(a person)' })) : []),
  ]
    .filter(({ folded }) => folded !== '')
    // A name that holds another one goes first.
    .sort((a, b) => b.folded.length - a.folded.length);
  return {
    choice,
    model: (id, name) => (choice.names ? (aliases.get(id) ?? 'A model') : name),
    person: (name) => (choice.owners ? '' : name),
    free: (text) => replaceAll(text, replacements),
    words: sayRedaction(choice),
  };
}

/** Lower case letter by letter: the places in the folded text are those in the text. */
function fold(text: string): string {
  return [...text]
    .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join('');
}

function replaceAll(text: string, replacements: readonly Replacement[]): string {
  // Replaced parts are set aside, so that a name which is part of an alias (“Model”) finds nothing in it.
  let parts: { readonly text: string; readonly done: boolean }[] = [{ text, done: false }];
  let folded = fold(text);
  for (const { folded: wanted, by } of replacements) {
    if (!folded.includes(wanted)) continue;
    parts = parts.flatMap((part) => (part.done ? [part] : split(part.text, wanted, by)));
    folded = parts.map((part) => (part.done ? '' : fold(part.text))).join('\n');
  }
  return parts.map((part) => part.text).join('');
}

function split(text: string, wanted: string, by: string): { text: string; done: boolean }[] {
  const folded = fold(text);
  const parts: { text: string; done: boolean }[] = [];
  let from = 0;
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (at < from || (wanted.length < SHORT && !standsAlone(folded, at, end))) continue;
    parts.push({ text: text.slice(from, at), done: false }, { text: by, done: true });
    from = end;
  }
  return [...parts, { text: text.slice(from), done: false }];
}

const standsAlone = (text: string, from: number, to: number): boolean =>
  !/[a-z0-9]/.test(text.charAt(from - 1)) && !/[a-z0-9]/.test(text.charAt(to));

function sayRedaction({ names, owners, money }: RedactionChoice): string {
  const parts = [
    ...(names ? ['models are called by number'] : []),
    ...(owners ? ['people are left out'] : []),
    ...(money ? ['money is given in bands, and money charts as shares of their largest value'] : []),
  ];
  if (parts.length === 0) return '';
  return `Redacted: ${parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`}.`;
}
