/** As many requests as a connection has lines. */
const AT_ONCE = 4;

/** Asks something of each, a few at a time; the answers are in the order of the questions. The first failure is that of all. */
export async function inTurns<T, R>(
  items: readonly T[],
  ask: (item: T) => Promise<R>,
  told: (done: number, total: number) => void,
): Promise<readonly R[]> {
  const answers: R[] = new Array(items.length);
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (;;) {
      const at = next;
      next += 1;
      const item = items[at];
      if (item === undefined) return;
      answers[at] = await ask(item);
      done += 1;
      told(done, items.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
}
