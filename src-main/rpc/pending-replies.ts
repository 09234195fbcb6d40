/** Requests that wait for their answer, by number. */
export class PendingReplies<T> {
  readonly #waiting = new Map<number, (value: T) => void>();
  #next = 1;

  add(): readonly [id: number, reply: Promise<T>] {
    const id = this.#next++;
    return [id, new Promise((resolve) => this.#waiting.set(id, resolve))];
  }

  settle(id: number, value: T): void {
    this.#waiting.get(id)?.(value);
    this.#waiting.delete(id);
  }

  settleAll(value: T): void {
    for (const id of [...this.#waiting.keys()]) this.settle(id, value);
  }
}
