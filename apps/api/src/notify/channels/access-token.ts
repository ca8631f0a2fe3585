/** A token renewed this long before it ends, so that none ends on the way. */
const earlyMs = 300_000;

export interface Granted {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/**
 * The token of an application: asked for once, kept until shortly before its end, asked for anew when
 * the platform no longer takes it. Two who ask at once wait for one answer.
 */
export class AccessToken {
  private known: { readonly token: string; readonly until: number } | null = null;
  private asking: Promise<string> | null = null;

  constructor(
    private readonly grant: () => Promise<Granted>,
    private readonly now: () => Date,
  ) {}

  /** Calls with the token; once more with a new one when the answer says that it is no good. */
  async use<Answer>(
    call: (token: string) => Promise<Answer>,
    refused: (answer: Answer) => boolean,
  ): Promise<Answer> {
    const token = await this.current();
    const answer = await call(token);
    if (!refused(answer)) return answer;
    if (this.known?.token === token) this.known = null;
    return call(await this.current());
  }

  private current(): Promise<string> {
    if (this.known && this.known.until > this.now().getTime()) return Promise.resolve(this.known.token);
    this.asking ??= this.renew().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async renew(): Promise<string> {
    const { token, expiresInSeconds } = await this.grant();
    const lasts = Math.max(expiresInSeconds * 1000 - earlyMs, 0);
    this.known = { token, until: this.now().getTime() + lasts };
    return token;
  }
}
