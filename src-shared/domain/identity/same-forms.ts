/** Names that were said to be one: groups that grow together, each asked for by a member. */
export class SameForms {
  readonly #parent = new Map<string, string>();

  /** The one name that stands for a name's group; itself where nothing was said. */
  find(name: string): string {
    let at = name;
    for (let next = this.#parent.get(at); next !== undefined; next = this.#parent.get(at)) at = next;
    return at;
  }

  join(a: string, b: string): void {
    const [one, other] = [this.find(a), this.find(b)];
    if (one !== other) this.#parent.set(other, one);
  }
}
