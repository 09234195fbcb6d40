/** Mail programs and the systems that call them take addresses of about this length. */
const LONGEST = 1_900;

interface Draft {
  /** An address, or ''. */
  readonly to: string;
  readonly subject: string;
  /** The text with at most so many of its lines of rows; the others are counted in it. */
  readonly bodyWith: (most: number) => string;
  readonly rows: number;
}

/** The address that opens a draft in a mail program, with as many rows as fit; `whole`: with all of them. */
export function mailDraft({ to, subject, bodyWith, rows }: Draft): { readonly url: string; readonly whole: boolean } {
  const urlWith = (most: number): string => {
    // In a mail's address a line ends as in a mail.
    const text = encodeURIComponent(bodyWith(most).replaceAll('\n', '\r\n'));
    return `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${text}`;
  };
  for (let most = rows; most > 0; most -= 1) {
    const url = urlWith(most);
    if (url.length <= LONGEST) return { url, whole: most === rows };
  }
  return { url: urlWith(0), whole: rows === 0 };
}
