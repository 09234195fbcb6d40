import { badFile } from '../failures';
import { count, LIMITS } from '../limits';

/** Lists are looked for in objects in objects, so deep. */
const DEEPEST_LIST = 5;

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Bytes that stand between the parts of JSON or make up its numbers and words. */
const PLAIN = new Uint8Array(256);
for (const char of ' \t\r\n,:+-.0123456789truefalsenullNaNInfinityE') PLAIN[char.charCodeAt(0)] = 1;

interface Level {
  readonly list: boolean;
  /** Keys on the way here, joined by dots. */
  readonly path: string;
  /** The key whose value comes next; in a list ''. */
  key: string;
}

/** Takes each object that is an item of a list, as its bytes; they are overwritten afterwards. */
export type ItemReceiver = (path: string, item: Buffer) => void;

/**
 * Finds the lists of objects in JSON that comes in pieces, without holding it: `[{…}, …]`, `{"data": [{…}]}` and objects one
 * after another (JSON Lines), whose path is ''. Lists inside an item belong to the item. Fails with a sentence on what is
 * nested too deeply, cut off or no JSON.
 */
export class JsonLists {
  /** Objects that stand at the top, one after another. */
  topObjects = 0;
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;
  private readonly levels: Level[] = [];
  private string = '';
  /** Where the item begins that is being read, -1 outside of one. */
  private itemFrom = -1;
  private itemPath = '';
  private depth = 0;
  private stringFrom = -1;

  /** @param single what is at the top is one object that is looked into, not an item */
  constructor(
    private readonly fileName: string,
    private readonly single: boolean,
    private readonly receive: ItemReceiver,
  ) {}

  take(piece: Buffer): void {
    const kept = this.keptFrom();
    const rest = this.bytes.subarray(kept);
    this.bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    this.at -= kept;
    if (this.itemFrom >= 0) this.itemFrom -= kept;
    if (this.stringFrom >= 0) this.stringFrom -= kept;
    if (rest.length > LIMITS.record) throw this.tooLong();
    this.scan();
    // The piece is overwritten by the next one.
    const left = this.keptFrom();
    this.bytes = Buffer.from(this.bytes.subarray(left));
    this.at -= left;
    if (this.itemFrom >= 0) this.itemFrom -= left;
    if (this.stringFrom >= 0) this.stringFrom -= left;
  }

  end(): void {
    if (this.depth > 0 || this.stringFrom >= 0)
      throw badFile(`${this.fileName} is not whole JSON: it ends in the middle. Save or download it once more.`);
  }

  private keptFrom(): number {
    if (this.itemFrom >= 0) return this.itemFrom;
    return this.stringFrom >= 0 ? this.stringFrom : this.at;
  }

  private scan(): void {
    const { bytes } = this;
    while (this.at < bytes.length) {
      if (this.stringFrom >= 0) {
        if (!this.finishString()) return;
        continue;
      }
      const byte = bytes[this.at] ?? 0;
      if (byte === QUOTE) {
        this.stringFrom = this.at;
        this.at += 1;
        continue;
      }
      this.at += 1;
      if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.open(byte === OPEN_LIST);
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) this.close(byte === CLOSE_LIST);
      else if (this.itemFrom < 0) this.between(byte);
    }
  }

  /** Behind the closing quotation mark; false where it has not come yet. */
  private finishString(): boolean {
    const { bytes } = this;
    for (;;) {
      const quote = bytes.indexOf(QUOTE, this.at);
      if (quote < 0) {
        // A backslash at the end may belong to a quotation mark that comes next.
        this.at = bytes.length - slashesBefore(bytes, bytes.length, this.stringFrom);
        if (this.itemFrom < 0 && bytes.length - this.stringFrom > LIMITS.record) throw this.tooLong();
        return false;
      }
      this.at = quote + 1;
      if (slashesBefore(bytes, quote, this.stringFrom) % 2 === 1) continue;
      if (this.itemFrom < 0 && this.levels.length <= DEEPEST_LIST)
        this.string = bytes.toString('utf8', this.stringFrom + 1, Math.min(quote, this.stringFrom + 201));
      this.stringFrom = -1;
      return true;
    }
  }

  private open(list: boolean): void {
    this.depth += 1;
    if (this.depth > LIMITS.jsonDepth)
      throw badFile(
        `${this.fileName} is nested more than ${LIMITS.jsonDepth} levels deep, which no table is. Save it as a list of objects.`,
      );
    if (this.itemFrom >= 0) {
      this.levels.push(list ? LIST : OBJECT);
      return;
    }
    const above = this.levels.at(-1);
    if (!above && !list) this.topObjects += 1;
    if (!list && (above ? above.list : !this.single) && this.levels.length < DEEPEST_LIST) {
      this.itemFrom = this.at - 1;
      this.itemPath = above?.path ?? '';
      this.levels.push(OBJECT);
      return;
    }
    const key = above && !above.list ? above.key : '';
    const path = above ? [above.path, key].filter((part) => part !== '').join('.') : '';
    this.levels.push({ list, path, key: '' });
  }

  private close(list: boolean): void {
    const level = this.levels.pop();
    if (!level || level.list !== list) throw this.broken();
    this.depth -= 1;
    if (this.itemFrom < 0 || level !== OBJECT || this.openInItem() > 0) return;
    const item = this.bytes.subarray(this.itemFrom, this.at);
    this.itemFrom = -1;
    if (item.length > LIMITS.record) throw this.tooLong();
    this.receive(this.itemPath, item);
  }

  /** Levels that are open inside the item. */
  private openInItem(): number {
    let open = 0;
    for (let index = this.levels.length - 1; index >= 0; index -= 1) {
      const level = this.levels[index];
      if (level !== OBJECT && level !== LIST) break;
      open += 1;
    }
    return open;
  }

  private between(byte: number): void {
    if (byte === COLON) {
      const level = this.levels.at(-1);
      if (level && !level.list) level.key = this.string;
    } else if (byte !== COMMA && PLAIN[byte] === 0) throw this.broken();
  }

  private tooLong(): Error {
    return badFile(
      `${this.fileName} holds an object of more than ${count(LIMITS.record)} characters, which no row of a table has.`,
    );
  }

  private broken(): Error {
    return badFile(
      `${this.fileName} begins like JSON but is none: something in it is out of place. Save or download it once more.`,
    );
  }
}

/** Levels inside of an item need no path. */
const OBJECT: Level = { list: false, path: '', key: '' };
const LIST: Level = { list: true, path: '', key: '' };

function slashesBefore(bytes: Buffer, at: number, from: number): number {
  let slashes = 0;
  while (at - slashes - 1 > from && bytes[at - slashes - 1] === BACKSLASH) slashes += 1;
  return slashes;
}
