import { describe, expect, it } from "vitest";
import { unavailable } from "@/lib/errors";
import { explainFault, explainRemoteFault, explainServerEnd } from "./embedded-faults";

const coded = (code: string, message = "odd") => Object.assign(new Error(message), { code });
const URL_WITH_PASSWORD = "postgres://cairn:secret@db.example.org:5432/portal";

describe("explainFault", () => {
  const full = unavailable("The disk that holds /data is full: free some space and start again.");

  it("knows a full disk by Node's code, by Postgres's, and by the server's last words", () => {
    expect(explainFault(coded("ENOSPC"), "/data")).toEqual(full);
    expect(explainFault(new Error("Failed query", { cause: coded("53100") }), "/data")).toEqual(full);
    expect(explainFault(coded("CONNECTION_CLOSED"), "/data", "PANIC: No space left on device")).toEqual(full);
    expect(explainServerEnd("initdb: error: No space left on device", "/data")).toEqual(full);
  });

  it("knows a server that has gone, and a folder that is not ours to write", () => {
    expect(explainFault(coded("ECONNREFUSED"), "/data")).toMatchObject({
      message: expect.stringMatching(/has ended/),
    });
    expect(explainFault(coded("EROFS"), "/data")).toMatchObject({
      message: expect.stringMatching(/not writable/),
    });
  });

  it("leaves alone what it does not know, and what is explained already", () => {
    const surprise = new Error("odd");
    expect(explainFault(surprise, "/data")).toBe(surprise);
    const known = unavailable("known", coded("ENOSPC"));
    expect(explainFault(known, "/data")).toBe(known);
  });
});

describe("explainRemoteFault", () => {
  it.each([
    [coded("ECONNREFUSED"), "The database of DATABASE_URL (db.example.org:5432/portal) does not answer."],
    [
      coded("28P01", 'password authentication failed for user "cairn"'),
      'The database of DATABASE_URL (db.example.org:5432/portal) does not let cairn do this: password authentication failed for user "cairn".',
    ],
  ])("says what and where, without the password", (error, message) => {
    expect(explainRemoteFault(error, URL_WITH_PASSWORD)).toEqual(unavailable(message));
  });
});

describe("explainServerEnd", () => {
  it("gives the server's last words", () => {
    const output = 'LOG:  starting\nFATAL:  could not load library "x"\nLOG:  shut down\n';
    expect(explainServerEnd(output, "/data").message).toBe(
      'The embedded Postgres did not start: FATAL:  could not load library "x" (its log is /data/postgres.log).',
    );
  });
});
