/** A formula as a tree. */
export type Expression =
  | { readonly kind: 'value'; readonly value: number | string | boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'range'; readonly sheet: string | null; readonly from: string; readonly to: string | null }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Expression[] }
  | { readonly kind: 'minus'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression };

const TOKEN =
  /\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|"((?:[^"]|"")*)"|(?:'((?:[^']|'')*)'|([A-Za-z_]\w*))!|(\$?[A-Z]{1,3}\$?\d+)(?![\w(])|([A-Za-z_][\w.]*)|(<=|>=|<>|[-+*/^=<>&(),:]))/y;

interface Token {
  readonly kind: 'number' | 'text' | 'sheet' | 'cell' | 'word' | 'sign' | 'end';
  readonly text: string;
}

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(formula);
    if (!found) throw new SyntaxError(`The formula ${formula} cannot be read at “${formula.slice(at, at + 20)}”.`);
    const [, number, text, quoted, sheet, cell, word, sign = ''] = found;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll('""', '"') });
    else if (quoted !== undefined) tokens.push({ kind: 'sheet', text: quoted.replaceAll("''", "'") });
    else if (sheet !== undefined) tokens.push({ kind: 'sheet', text: sheet });
    else if (cell !== undefined) tokens.push({ kind: 'cell', text: cell.replaceAll('$', '') });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'sign', text: sign });
  }
  return tokens;
}

/** Loosest first. A sign in front of a number binds tighter than all of them, as spreadsheets have it. */
const LEVELS = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']] as const;

/** Reads a formula without its leading `=`, as a spreadsheet does. SyntaxError where it cannot. */
export function parseFormula(formula: string): Expression {
  const reader = new Reader(tokensOf(formula), formula);
  const expression = reader.binary(0);
  reader.expectEnd();
  return expression;
}

class Reader {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly formula: string,
  ) {}

  private peek(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: 'its end' };
  }

  private next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private isSign(text: string): boolean {
    const token = this.peek();
    return token.kind === 'sign' && token.text === text;
  }

  private expect(text: string): void {
    if (!this.isSign(text)) throw this.problem(this.peek());
    this.at += 1;
  }

  private problem({ text }: Token): SyntaxError {
    return new SyntaxError(`The formula ${this.formula} cannot be read at “${text}”.`);
  }

  expectEnd(): void {
    if (this.peek().kind !== 'end') throw this.problem(this.peek());
  }

  binary(level: number): Expression {
    const operators: readonly string[] | undefined = LEVELS[level];
    if (!operators) return this.signed();
    let left = this.binary(level + 1);
    while (this.peek().kind === 'sign' && operators.includes(this.peek().text)) {
      const operator = this.next().text;
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
    }
    return left;
  }

  private signed(): Expression {
    if (this.isSign('-')) {
      this.at += 1;
      return { kind: 'minus', of: this.signed() };
    }
    return this.atom();
  }

  private atom(): Expression {
    const token = this.next();
    switch (token.kind) {
      case 'number':
        return { kind: 'value', value: Number(token.text) };
      case 'text':
        return { kind: 'value', value: token.text };
      case 'sheet':
        return this.range(token.text, this.next());
      case 'cell':
        return this.range(null, token);
      case 'word':
        return this.word(token.text);
      case 'sign':
        if (token.text !== '(') throw this.problem(token);
        return this.inBrackets();
      case 'end':
        throw this.problem(token);
    }
  }

  private inBrackets(): Expression {
    const inner = this.binary(0);
    this.expect(')');
    return inner;
  }

  private range(sheet: string | null, first: Token): Expression {
    if (first.kind !== 'cell') throw this.problem(first);
    if (!this.isSign(':')) return { kind: 'range', sheet, from: first.text, to: null };
    this.at += 1;
    const last = this.next();
    if (last.kind !== 'cell') throw this.problem(last);
    return { kind: 'range', sheet, from: first.text, to: last.text };
  }

  private word(name: string): Expression {
    if (name === 'TRUE' || name === 'FALSE') return { kind: 'value', value: name === 'TRUE' };
    if (!this.isSign('(')) return { kind: 'name', name };
    this.at += 1;
    const given: Expression[] = [];
    while (!this.isSign(')')) {
      if (given.length > 0) this.expect(',');
      given.push(this.binary(0));
    }
    this.at += 1;
    return { kind: 'call', name: name.toUpperCase(), given };
  }
}
