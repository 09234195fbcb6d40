/** Many texts as one, which crosses to another thread as a single piece of memory. */
export interface PackedTexts {
  readonly text: string;
  /** Where each of them ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

export function packTexts(texts: readonly string[]): PackedTexts {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  texts.forEach((text, at) => {
    end += text.length;
    ends[at] = end;
  });
  return { text: texts.join(''), ends };
}

export function unpackTexts({ text, ends }: PackedTexts): string[] {
  const texts = new Array<string>(ends.length);
  let from = 0;
  for (let at = 0; at < ends.length; at += 1) {
    const end = ends[at] ?? from;
    texts[at] = text.slice(from, end);
    from = end;
  }
  return texts;
}
