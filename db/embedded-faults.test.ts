import { describe, expect, it } from "vitest";
import { unavailable } from "@/lib/errors";
import {
  explainFolderFault,
  explainRemoteFault,
  explainServerEnd,
  explainServerFault,
} from "./embedded-faults";

const coded = (code: string, message = "odd") => Object.assign(new Error(message), { code });
const URL_WITH_PASSWORD = "postgres://cairn:secret@db.example.org:5432/portal";

const full = unavailable("The disk that holds /data is full: free some space and start again.");
const surprise = new Error("odd");
const known = unavailable("known", coded("ENOSPC"));

describe("explainFolderFault", () => {
  it("knows a full disk by Node's code and by Postgres's", () => {
    expect(explainFolderFault(coded("ENOSPC"), "/data")).toEqual(full);
    expect(explainFolderFault(new Error("Failed query", { cause: coded("53100") }), "/data")).toEqual(full);
    expect(explainServerEnd("initdb: error: No space left on device", "/data")).toEqual(full);
  });

  it("knows a folder that is not ours to write", () => {
    expect(explainFolderFault(coded("EROFS"), "/data")).toMatchObject({
      message: expect.stringMatching(/^The data folder \/data is not writable for you/),
    });
  });

  it("leaves alone what it does not know, and what is explained already", () => {
    expect(explainFolderFault(surprise, "/data")).toBe(surprise);
    expect(explainFolderFault(known, "/data")).toBe(known);
  });
});

describe("explainServerFault", () => {
  const running = { isRunning: true, freeBytes: 1e9 };
  const ended = { isRunning: false, freeBytes: 1e9 };

  it("knows a full disk by Postgres's code, and by a connection lost where no log file fits any more", () => {
    expect(explainServerFault(coded("53100"), "/data", running)).toEqual(full);
    const filled = { isRunning: true, freeBytes: 15e6 };
    expect(explainServerFault(coded("CONNECTION_CLOSED"), "/data", filled)).toEqual(full);
  });

  it("knows a server that has ended, and no other lost connection", () => {
    const lost = coded("ECONNREFUSED");
    expect(explainServerFault(lost, "/data", ended)).toMatchObject({
      message: "The embedded Postgres has ended (its log is /data/postgres.log).",
    });
    expect(explainServerFault(lost, "/data", running)).toBe(lost);
  });

  it("leaves alone what it does not know, and what is explained already", () => {
    expect(explainServerFault(surprise, "/data", ended)).toBe(surprise);
    expect(explainServerFault(coded("EACCES"), "/data", running)).toMatchObject({ message: "odd" });
    expect(explainServerFault(known, "/data", ended)).toBe(known);
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
