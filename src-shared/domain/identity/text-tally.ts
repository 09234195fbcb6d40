import type { LikenessRecord } from './likeness-record';
import { NumberList, TextNumbers } from './text-numbers';

/** So many records are kept to tell common words from rare ones. */
const MOST = 2_000;

/** How many records have a text, and some of the records, of many that are not held. */
export class TextTally {
  readonly #texts = new TextNumbers();
  readonly #counts = new NumberList();
  #seen = 0;
  #step = 1;
  #sample: LikenessRecord[] = [];
  readonly #copyOf: (record: LikenessRecord) => LikenessRecord;

  constructor(copyOf: (record: LikenessRecord) => LikenessRecord = (record) => record) {
    this.#copyOf = copyOf;
  }

  add(record: Described): void {
    for (const text of textsOf(record)) this.#count(this.#texts.add(text), 1);
    if (this.#seen % this.#step === 0) {
      if (this.#sample.length === MOST) {
        this.#sample = this.#sample.filter((_, at) => at % 2 === 0);
        this.#step *= 2;
      }
      if (this.#seen % this.#step === 0)
        this.#sample.push(this.#copyOf({ name: record.name, texts: record.texts ?? [] }));
    }
    this.#seen += 1;
  }

  /** Of many records the sample keeps it: a few words more or less are as common as the others. */
  remove(record: Described): void {
    for (const text of textsOf(record)) this.#count(this.#texts.add(text), -1);
    if (this.#step > 1) return;
    const kept = this.#sample.findIndex(
      ({ name, texts }) => name === record.name && texts.join('\n') === (record.texts ?? []).join('\n'),
    );
    if (kept >= 0) this.#sample.splice(kept, 1);
  }

  copies(text: string): number {
    const number = this.#texts.find(text);
    return number < 0 ? 0 : Math.max(0, this.#counts.get(number));
  }

  /** Every so manieth record. */
  get sample(): readonly LikenessRecord[] {
    return this.#sample;
  }

  #count(text: number, by: number): void {
    this.#counts.set(text, Math.max(0, this.#counts.get(text)) + by);
  }
}

interface Described {
  readonly name: string;
  readonly texts?: readonly string[];
}

const textsOf = ({ texts = [] }: Described): Iterable<string> => (texts.length > 1 ? new Set(texts) : texts);
