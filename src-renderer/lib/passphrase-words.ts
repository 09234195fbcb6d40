/** What somebody typed who chooses a passphrase. */
export interface ChosenPassphrase {
  readonly passphrase: string;
  readonly again: string;
  /** In the key store of the system. */
  readonly remember: boolean;
}
export const NO_PASSPHRASE: ChosenPassphrase = { passphrase: '', again: '', remember: false };

/** Fewer are not taken. */
export const LEAST_CHARACTERS = 8;
/** Under these somebody who has the file and fast computers may try all of them out, if they were chosen by chance. */
const FAIR = 12;
const LONG = 20;

/** What the length of a new passphrase says of it; nothing else is looked at, and that is said. */
export function lengthWords(passphrase: string): string {
  const { length } = [...passphrase];
  if (length === 0)
    return 'At least 8 characters. Four or more words that do not belong together are strong, and are remembered.';
  if (length < LEAST_CHARACTERS)
    return `${LEAST_CHARACTERS - length} more to go: a passphrase has at least ${LEAST_CHARACTERS} characters.`;
  if (length < FAIR)
    return `${length} characters are short: whoever has the file can try passphrases as long as they like.`;
  if (length < LONG)
    return `${length} characters: enough if they were chosen by chance, little if they are a name or a saying.`;
  return `${length} characters: long, unless they are a saying or stand somewhere. Only the length is looked at here.`;
}

/** What stands against a new passphrase that was typed twice; '' = nothing. */
export function passphraseProblem(passphrase: string, again: string): string {
  if ([...passphrase].length < LEAST_CHARACTERS) return `Give a passphrase of at least ${LEAST_CHARACTERS} characters.`;
  if (passphrase !== again) return 'The two are not the same. Type the passphrase again.';
  return '';
}
