/**
 * Puts text on the clipboard; false where the browser does not let it. The desktop grants pages no permissions, the
 * clipboard's newer interface among them; copying in answer to a click needs none.
 */
export function copyText(text: string): boolean {
  let put = false;
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    put = event.clipboardData !== null;
  };
  document.addEventListener('copy', fill, { once: true, capture: true });
  try {
    return document.execCommand('copy') && put;
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
  }
}
