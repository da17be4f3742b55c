/** An answer that says what is wrong, in the server's own words. */
export class Fault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly type: "invalid_request" | "auth" | "internal" | "system" = "invalid_request",
  ) {
    super(message);
  }

  get body() {
    return {
      message: this.message,
      code: this.code,
      type: this.type,
      link: `https://docs.meilisearch.com/errors#${this.code}`,
    };
  }
}

export const indexNotFound = (uid: string, status = 404, where = "") =>
  new Fault(status, "index_not_found", `${where}Index \`${uid}\` not found.`);
