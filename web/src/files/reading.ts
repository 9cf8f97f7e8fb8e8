// One file being read: how far it is, what came out of it, and the ways in which it ends early.
import { UnreadableFile } from '../engine/file-bytes';
import { type Limits, megabytes } from './limits';

export type GoOn = (progress: { bytes: number; totalBytes: number }) => Promise<boolean>;

/** Why a file, an entry or a sheet is not read: a message key `file_fault.<code>`. */
export class Refused extends Error {
  override name = 'refused';
  readonly code: string;
  readonly args: string[];

  constructor(code: string, ...args: (string | number)[]) {
    super([code, ...args].join(' '));
    this.code = code;
    this.args = args.map(String);
  }
}

/** Of the whole file, whatever was read of it before. */
export class FileRefused extends Refused {}

/** The user wants no more of it. */
export class Cancelled extends Error {
  override name = 'cancelled';
}

/** What every reader passes on; any other error means that what it reads is damaged. */
export const isOurs = (error: unknown): boolean =>
  error instanceof Refused || error instanceof Cancelled || error instanceof UnreadableFile;

const EVERY = 30; // milliseconds from one turn of others to the next

export class Reading {
  readonly limits: Limits;
  readonly #goOn: GoOn;
  readonly #totalBytes: number;
  #bytes = 0;
  #cameOut = 0;
  #written = 0;
  #asked = Number.NEGATIVE_INFINITY;

  constructor(limits: Limits, totalBytes: number, goOn: GoOn) {
    this.limits = limits;
    this.#totalBytes = totalBytes;
    this.#goOn = goOn;
  }

  /** Bytes of the file itself were read. */
  read(bytes: number): void {
    this.#bytes = Math.min(this.#totalBytes, this.#bytes + bytes);
  }

  /** Bytes came out of a container. */
  cameOut(bytes: number): void {
    const { bytes: most, ratio, ratioFrom } = this.limits;
    this.#cameOut += bytes;
    if (this.#cameOut > most) throw new FileRefused('too_large', megabytes(most));
    if (this.#cameOut > ratioFrom && this.#cameOut > ratio * this.#totalBytes)
      throw new FileRefused('too_dense', ratio);
  }

  /** Bytes of tables were made. A file may always be written out as long as it is. */
  wrote(bytes: number): void {
    const most = Math.max(this.limits.bytes, this.#totalBytes);
    this.#written += bytes;
    if (this.#written > most) throw new FileRefused('too_large', megabytes(most));
  }

  /** Lets others have their turn now and then, and ends the reading when the user wants that. */
  async turn(): Promise<void> {
    const now = performance.now();
    if (now - this.#asked < EVERY) return;
    this.#asked = now;
    if (!(await this.#goOn({ bytes: this.#bytes, totalBytes: this.#totalBytes }))) throw new Cancelled();
  }
}
