const ENTER = new Set(['\r', '\n', '\u0004']);
const CANCEL = '\u0003';
const BACK = new Set(['\u007f', '\b']);

/** What was typed ahead, before it was asked for. */
let ahead = '';

/** Asks in the terminal and shows nothing of what is typed; `null`: cancelled, or nothing typed. */
export function askUnseen(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  // Before it is asked: a quick answer would be shown.
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stderr.write(question);
  return new Promise((resolve) => {
    let typed: string[] = [];
    const end = (answer: string | null): void => {
      stdin.off('data', take);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
      resolve(answer);
    };
    const take = (data: string | Buffer): void => {
      const letters = [...ahead, ...String(data)];
      ahead = '';
      for (const [at, letter] of letters.entries()) {
        if (letter === CANCEL) {
          end(null);
          return;
        }
        if (ENTER.has(letter)) {
          ahead = letters.slice(at + 1).join('');
          end(typed.length === 0 ? null : typed.join(''));
          return;
        }
        if (BACK.has(letter)) typed = typed.slice(0, -1);
        else if (letter >= ' ') typed.push(letter);
      }
    };
    stdin.on('data', take);
    stdin.resume();
    if (ahead !== '') take('');
  });
}
