/** What the page asks the system to say. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** Path in the page that a click leads to. */
  readonly address: string;
}

const LONGEST = 300;

/** `null`: not a notice. The path is one of our page: it leads nowhere else. */
export function noticeOf(value: unknown): Notice | null {
  if (typeof value !== 'object' || value === null) return null;
  const { title, body, address } = value as Readonly<Record<string, unknown>>; // each is looked at below
  if (typeof title !== 'string' || typeof body !== 'string' || typeof address !== 'string') return null;
  if (title === '' || !/^\/(?!\/)[^\\]*$/.test(address)) return null;
  return { title: title.slice(0, LONGEST), body: body.slice(0, LONGEST), address: address.slice(0, LONGEST) };
}
