/** The library gives a table the id of its neighbour, and every page number the same: each shape of a slide gets its own. */
export function mendSlide(xml: string): string {
  let id = 0;
  return xml.replace(/<p:cNvPr id="\d+"/g, () => {
    id += 1;
    return `<p:cNvPr id="${id}"`;
  });
}

/** It also declares one master for each slide, although there is one for all: only parts that exist have a type. */
export function withoutStrayTypes(xml: string, there: ReadonlySet<string>): string {
  return xml.replace(/<Override [^>]*PartName="\/([^"]+)"[^>]*\/>/g, (found, name: string) =>
    there.has(name) ? found : '',
  );
}
