/**
 * What of the clipboard is a table: cells with tabs between them, as spreadsheets give them, else a table in HTML, else text
 * of several lines (CSV, JSON); `null` where it is none.
 */
export function pastedTable(html: string, plain: string): string | null {
  if (plain.includes('\t')) return plain;
  if (/<table[\s>]/i.test(html)) return html;
  return plain.trim().includes('\n') || /^\s*[[{]/.test(plain) ? plain : null;
}
