const KEY = 'modelfolio.token';

/** The launch token: taken from `#token=…` once, kept for this tab, and taken out of the address bar. */
export function sessionToken(): string {
  const given = new URLSearchParams(window.location.hash.slice(1)).get('token');
  if (given) {
    window.sessionStorage.setItem(KEY, given);
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
    return given;
  }
  return window.sessionStorage.getItem(KEY) ?? '';
}
