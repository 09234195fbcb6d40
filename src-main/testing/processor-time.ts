/**
 * Milliseconds of processor that this process has used. A test that asks whether something is quick asks for these: on a
 * machine that is shared with others the clock goes on while the process waits for its turn.
 */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
