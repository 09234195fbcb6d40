/** `Northwind Bank board deck 2026-11-26.pptx`; what no file system takes in a name is left out. */
export function fileName(portfolio: string, what: string, day: string, extension: string): string {
  const name = portfolio
    .replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${name} ${what} ${day}.${extension}`;
}
