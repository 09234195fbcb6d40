import { createHash, type Hash } from 'node:crypto';
import { hashOfText } from '../../store/journal/journal-chain';
import { EvidenceChange, EvidenceEntry, type EvidenceHead } from './evidence-file';
import { type EvidenceFault, parsedLine } from './evidence-line';
import type { FileLine } from './file-lines';

/** Which range of a journal a file has. */
export type ChainOf = Pick<EvidenceHead, 'from' | 'to' | 'before' | 'values'>;

/** Follows the entries of a file of evidence, each from the one before. */
export class ChainReader {
  readonly #head: ChainOf;
  readonly #actors = new Set<string>();
  #digest: Hash = createHash('sha256');
  /** Changes since the last entry, and the line of the first one. */
  #open = 0;
  #openFrom = 0;
  #entries = 0;
  #changes = 0;
  #firstAt: string | null = null;
  #lastAt: string | null = null;
  #backwards = 0;
  /** Hash of the last entry that held. */
  head: string;
  /** Lines between the first and the last two. */
  lines = 0;

  constructor(head: ChainOf) {
    this.#head = head;
    this.head = head.before;
  }

  get seen() {
    return {
      entries: this.#entries,
      changes: this.#changes,
      firstAt: this.#firstAt,
      lastAt: this.#lastAt,
      actors: [...this.#actors],
      backwards: this.#backwards,
    };
  }

  get #next(): number {
    return this.#head.from + this.#entries;
  }

  take(line: FileLine): EvidenceFault | null {
    this.lines += 1;
    return line.bytes[0] === OPENING ? this.#change(line) : this.#entry(line);
  }

  /**
   * What the head promised and the file does not have.
   *
   * @param entries how many there are by the line with the digest, where it can be read
   */
  missing(entries: number | undefined): EvidenceFault | null {
    const line = this.lines + 2;
    if (this.#open > 0) return this.#fault(this.#openFrom, line - 1, 'has changes, and itself is missing');
    const promised = this.#head.to - this.#head.from + 1;
    if (this.#entries === promised) return null;
    if (this.#entries === entries)
      return {
        line: 1,
        toLine: 1,
        entry: null,
        what: `was altered: it names ${promised} entries, and there are ${entries}`,
      };
    return this.#fault(line, line, `and what follows is missing: the range goes to entry ${this.#head.to}`);
  }

  #fault(line: number, toLine: number, what: string): EvidenceFault {
    return { line, toLine, entry: this.#next, what };
  }

  #change(line: FileLine): EvidenceFault | null {
    const change = parsedLine(line, EvidenceChange);
    const altered = this.#fault(line.number, line.number, 'was altered');
    if (change === null || !this.#head.values) return altered;
    if (this.#open === 0) this.#openFrom = line.number;
    this.#open += 1;
    this.#changes += 1;
    if (change[0] !== this.#next) return altered;
    this.#digest.update(line.bytes).update('\n');
    return null;
  }

  #entry(line: FileLine): EvidenceFault | null {
    const parsed = parsedLine(line, EvidenceEntry);
    const itself = this.#fault(line.number, line.number, 'was altered');
    if (parsed === null) return itself;
    const [seq, at, actor] = parsed.entry;
    const [changes, digest, previous] = [parsed.entry[11], parsed.entry[12], parsed.entry[13]];
    if (hashOfText(JSON.stringify(parsed.entry)) !== parsed.hash) return itself;
    const follows = seq === this.#next && previous === this.head;
    // Of the first entry either itself or the first line, which says what is before it, is not as it was.
    if (!follows && this.#entries === 0)
      return {
        line: 1,
        toLine: line.number,
        entry: null,
        what: 'does not fit the first entry: one of them was altered or taken out',
      };
    if (!follows)
      return this.#fault(
        line.number,
        line.number,
        'does not follow from the entry before it: one was taken out, put in or changed',
      );
    const own = this.#digest.digest('hex');
    if (this.#head.values && (own !== digest || this.#open !== changes))
      return this.#fault(
        this.#open === 0 ? line.number : this.#openFrom,
        line.number,
        'has other changes than it was written with',
      );
    this.#digest = createHash('sha256');
    this.#open = 0;
    this.#entries += 1;
    this.head = parsed.hash;
    this.#actors.add(actor);
    this.#firstAt ??= at;
    if (this.#lastAt !== null && at < this.#lastAt) this.#backwards += 1;
    this.#lastAt = at;
    return null;
  }
}

/** `[`: a change; an entry begins with `{`. */
const OPENING = 0x5b;
