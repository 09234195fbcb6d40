/** What is about to be sent, and the headers that prove it. */
export type Signer = (request: {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}) => Readonly<Record<string, string>>;
