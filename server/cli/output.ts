// Where a command of the palabre program writes, so that tests can read it.

export interface Output {
  out(text: string): void;
  err(text: string): void;
}

export const processOutput: Output = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

/** A command that cannot go on. The message is one sentence; the exit code is `code`. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly code: number;

  constructor(message: string, code = 1) {
    super(message);
    this.code = code;
  }
}
