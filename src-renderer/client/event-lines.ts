/** Cuts a `text/event-stream` into the JSON of its events; what is not complete yet is kept for the next chunk. */
export function takeEvents(buffer: string): { readonly events: readonly unknown[]; readonly rest: string } {
  const blocks = buffer.split(/\r?\n\r?\n/);
  const rest = blocks.pop() ?? '';
  const events = blocks.flatMap((block) => {
    const data = block
      .split(/\r?\n/)
      .filter((line) => line.startsWith('data:'))
      .map((line) => line.slice(5).trimStart())
      .join('\n');
    if (data === '') return [];
    try {
      return [JSON.parse(data) as unknown];
    } catch {
      return [];
    }
  });
  return { events, rest };
}
