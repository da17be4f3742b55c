import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { type MeilisearchKeys, makeKeys } from "@/features/search-server/keys";
import { startMeilisearch } from "@/features/search-server/server-program";
import { findProgram } from "@/lib/programs";
import { startStandIn } from "./meilisearch-stand-in";

export type ServerKind = "the stand-in" | "Meilisearch";

export interface TestServer extends MeilisearchKeys {
  readonly kind: ServerKind;
  readonly url: string;
  readonly masterKey: string;
  /** For `index` of the engine and of the copy: no two test files use the same. */
  readonly index: string;
}

type Real = { url: string; masterKey: string } | { program: string };

/** The server that MEILI_URL (with MEILI_MASTER_KEY) names, else a program `meilisearch` on the PATH; null: neither. */
export function findMeilisearch(): Real | null {
  const { MEILI_URL, MEILI_MASTER_KEY } = process.env;
  if (MEILI_URL && MEILI_MASTER_KEY) return { url: MEILI_URL, masterKey: MEILI_MASTER_KEY };
  const program = findProgram("meilisearch");
  return program === null ? null : { program };
}

/** Whether the same can be asked of a real server too; else what asks it is skipped. */
export const hasMeilisearch = findMeilisearch() !== null;

/** A server for the file or `describe` that calls this, with keys; gone after its last test. */
export function testServer(kind: ServerKind): TestServer {
  let server: (Omit<TestServer, "kind"> & { stop(): Promise<void> }) | undefined;
  beforeAll(async () => {
    const masterKey = randomBytes(16).toString("hex");
    const started = kind === "Meilisearch" ? await startReal(masterKey) : await startStandInServer(masterKey);
    const index = `courses_test-${randomBytes(6).toString("hex")}`;
    server = { ...started, index, ...(await makeKeys(started)) };
  });
  afterAll(() => server?.stop());

  const opened = () => {
    if (!server) throw new Error("The test server runs from beforeAll to afterAll");
    return server;
  };
  return {
    kind,
    get url() {
      return opened().url;
    },
    get masterKey() {
      return opened().masterKey;
    },
    get index() {
      return opened().index;
    },
    get searchKey() {
      return opened().searchKey;
    },
    get writeKey() {
      return opened().writeKey;
    },
  };
}

async function startStandInServer(masterKey: string) {
  const { url, stop } = await startStandIn({ masterKey });
  return { url, masterKey, stop };
}

async function startReal(masterKey: string) {
  const found = findMeilisearch();
  if (found === null) throw new Error("There is no Meilisearch here: ask hasMeilisearch first");
  if ("url" in found) return { ...found, stop: async () => {} };
  const dataDir = mkdtempSync(path.join(tmpdir(), "cairn-test-meilisearch-"));
  const { url, stop } = await startMeilisearch({ program: found.program, dataDir, masterKey });
  return {
    url,
    masterKey,
    async stop() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The same tests with each server there is; of a real one that is not here, that they were skipped. */
export function eachServer(tests: (server: TestServer) => void): void {
  describe("with the stand-in", () => tests(testServer("the stand-in")));
  if (hasMeilisearch) describe("with Meilisearch", () => tests(testServer("Meilisearch")));
  else
    describe.skip("with Meilisearch, which is not here: no MEILI_URL and no such program on the PATH", () =>
      it("", () => {}));
}
