import type { JournalRow } from '../journal/tables';

export type Signature = Pick<JournalRow, 'seq' | 'actor' | 'at' | 'label'>;

/** An entry of the shared journal is not what this copy can take: somebody altered it past the program, or this copy. */
export class AlteredJournal extends Error {
  override readonly name: string = 'AlteredJournal';
  constructor(
    readonly seq: number,
    /** How the entry is signed on the server; `null`: it is this copy's own. */
    readonly signed: Signature | null = null,
  ) {
    super(`entry ${seq} of the shared journal is not the one that was written`);
  }
}

/** … is what its author sent, and speaks of rows that are not so: a program of somebody's own made it. */
export class UnfitEntry extends AlteredJournal {
  override readonly name = 'UnfitEntry';
  constructor(signed: Signature, why: unknown) {
    super(signed.seq, signed);
    this.cause = why;
  }
}

/** … brought drift results along that are not those which it was signed with, or that touch what others recorded. */
export class AlteredPoints extends AlteredJournal {
  override readonly name = 'AlteredPoints';
  constructor(signed: Signature, why?: unknown) {
    super(signed.seq, signed);
    this.cause = why;
  }
}

/** … is what its author sent, and drift results that lay in this copy before are damaged: the others' are not. */
export class DamagedHere extends AlteredJournal {
  override readonly name = 'DamagedHere';
  constructor(signed: Signature, why: unknown) {
    super(signed.seq, signed);
    this.cause = why;
  }
}

/** What SQLite says of an entry that does not fit the rows, and not of the disk or of whoever else writes. */
const OF_THE_ENTRY = /^SQLITE_(ERROR|CONSTRAINT|MISMATCH|RANGE|TOOBIG)/;

/** Whether an entry could not be done because of what it says. */
export function isUnfit(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return OF_THE_ENTRY.test(error.code);
  // The driver says with a TypeError that the copy was closed meanwhile: that is nothing of the entry.
  if (/connection is not open/.test(error.message)) return false;
  return ['SyntaxError', 'TypeError', 'RangeError'].includes(error.name);
}
