/** Does work in its pauses-separated parts while the window has nothing else to do; answers the way to stop it. */
export function runInIdle(steps: Iterator<void, unknown>): () => void {
  let handle = 0;
  const turn = (deadline: IdleDeadline): void => {
    do {
      if (steps.next().done === true) return;
    } while (deadline.timeRemaining() > 25);
    handle = requestIdleCallback(turn, { timeout: 500 });
  };
  handle = requestIdleCallback(turn, { timeout: 500 });
  return () => cancelIdleCallback(handle);
}
