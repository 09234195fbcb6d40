/** A model as reports name it. */
export interface ModelName {
  readonly id: string;
  readonly name: string;
}
