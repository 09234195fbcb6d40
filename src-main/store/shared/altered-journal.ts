/** An entry of the shared journal is not what this copy can take: somebody altered it past the program, or this copy. */
export class AlteredJournal extends Error {
  override readonly name = 'AlteredJournal';
  constructor(readonly seq: number) {
    super(`entry ${seq} of the shared journal is not the one that was written`);
  }
}
