/**
 * A name that one object of a JSON text has twice: the parser would silently keep the later one, and who reads the file sees the
 * earlier. `null`: there is none.
 *
 * @param text known to be JSON
 */
export function doubledName(text: string): string | null {
  /** Of each open object the names so far; `null`: a list. */
  const open: (Set<string> | null)[] = [];
  let awaitsName = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      const end = endOfText(text, at);
      const names = open.at(-1);
      if (awaitsName && names) {
        const name = String(JSON.parse(text.slice(at, end + 1)));
        if (names.has(name)) return name;
        names.add(name);
        awaitsName = false;
      }
      at = end;
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : null);
      awaitsName = sign === '{';
    } else if (sign === '}' || sign === ']') {
      open.pop();
      awaitsName = false;
    } else if (sign === ',') awaitsName = open.at(-1) instanceof Set;
  }
  return null;
}

/** Where the text that begins at a quotation mark ends. */
function endOfText(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
