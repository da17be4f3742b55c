import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { isHealthy } from "@/features/meilisearch/meilisearch-engine";
import { parseEnv, WITHHELD } from "@/lib/env";
import { STAND_IN, testPrograms } from "./programs.fixture";
import { openSearchServer, type SearchServer } from "./search-server";

const PATIENCE = { timeout: 60_000 };
const { newFolder, program } = testPrograms();

/** A folder with a program `meilisearch` in it. */
const programFolder = (script: string): string => path.dirname(program(script));
const standIn = () => programFolder(STAND_IN);

const KEYS = { MEILI_SEARCH_KEY: "for-searching", MEILI_WRITE_KEY: "for-writing" };
const NONE = { MEILI_URL: "", MEILI_SEARCH_KEY: "", MEILI_WRITE_KEY: "" };

describe("openSearchServer", () => {
  const opened: SearchServer[] = [];
  afterEach(async () => {
    for (const server of opened.splice(0)) await server.stop();
  });
  async function open(settings: Record<string, string>, programs: string[] = []): Promise<SearchServer> {
    const server = await openSearchServer(parseEnv({ CAIRN_DATA: newFolder(), ...settings }), programs);
    opened.push(server);
    return server;
  }

  it("is none where nothing is set and no program is found, and says so", async () => {
    expect(await open({}, [newFolder()])).toMatchObject({
      description: "Postgres (no program `meilisearch` on the PATH)",
      web: NONE,
      worker: NONE,
    });
  });

  it("is none where Postgres is chosen, whatever else there is", async () => {
    const settings = { CAIRN_ENGINE: "postgres", MEILI_URL: "http://search.example.org", ...KEYS };
    expect(await open(settings, [standIn()])).toMatchObject({ web: NONE, worker: NONE });
  });

  it("is that of MEILI_URL, and each process learns its own key", async () => {
    const { web, worker } = await open({ MEILI_URL: "http://search.example.org/", ...KEYS }, [standIn()]);
    const MEILI_URL = "http://search.example.org";
    expect(web).toEqual({ MEILI_URL, MEILI_SEARCH_KEY: "for-searching", MEILI_WRITE_KEY: "" });
    expect(worker).toEqual({ MEILI_URL, MEILI_SEARCH_KEY: "", MEILI_WRITE_KEY: "for-writing" });
    // Also where a process is given all that we have.
    expect({ ...KEYS, ...WITHHELD.web }).toMatchObject({ MEILI_WRITE_KEY: "" });
    expect({ ...KEYS, ...WITHHELD.worker }).toMatchObject({ MEILI_SEARCH_KEY: "" });
  });

  it("needs both keys beside MEILI_URL", async () => {
    const settings = { MEILI_URL: "http://search.example.org", MEILI_SEARCH_KEY: "for-searching" };
    await expect(open(settings)).rejects.toMatchObject({ code: "invalid" });
  });

  it("is a program that is found, with keys of its own that nobody else can read", async () => {
    const CAIRN_DATA = newFolder();
    const { description, web, worker } = await open({ CAIRN_DATA }, [newFolder(), standIn()]);
    expect(description).toBe("Meilisearch, started");
    expect(await isHealthy(web.MEILI_URL ?? "")).toBe(true);
    expect(web.MEILI_SEARCH_KEY).not.toBe("");
    expect(worker.MEILI_WRITE_KEY).not.toBe("");
    expect([web.MEILI_WRITE_KEY, worker.MEILI_SEARCH_KEY]).toEqual(["", ""]);
    const file = path.join(CAIRN_DATA, "meilisearch.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.stringify([web, worker])).not.toContain(JSON.parse(readFileSync(file, "utf8")).masterKey);
  });

  it("is shared by a second portal on the same data, and has the same keys after a stop", async () => {
    const CAIRN_DATA = newFolder();
    const programs = [standIn()];
    const first = await open({ CAIRN_DATA }, programs);
    const second = await open({ CAIRN_DATA }, programs);
    expect(second.description).toBe("Meilisearch, already running");
    expect(second.web).toEqual(first.web);
    await second.stop();
    expect(await isHealthy(first.web.MEILI_URL ?? "")).toBe(true);
    await first.stop();
    expect(await isHealthy(first.web.MEILI_URL ?? "")).toBe(false);
    expect((await open({ CAIRN_DATA }, programs)).web.MEILI_SEARCH_KEY).toBe(first.web.MEILI_SEARCH_KEY);
  });

  it("is started again where it was killed, at the same address", async () => {
    const CAIRN_DATA = newFolder();
    const { web } = await open({ CAIRN_DATA }, [standIn()]);
    const url = web.MEILI_URL ?? "";
    process.kill(
      JSON.parse(readFileSync(path.join(CAIRN_DATA, "meilisearch/process.json"), "utf8")).pid,
      "SIGKILL",
    );
    await expect.poll(() => isHealthy(url), PATIENCE).toBe(false);
    await expect.poll(() => isHealthy(url), PATIENCE).toBe(true);
  });

  it("is none where the program does not start: the portal does", async () => {
    const { description, web } = await open({}, [programFolder("echo no >&2; exit 1")]);
    expect(description).toBe("Postgres (Meilisearch cannot be run, see the log)");
    expect(web).toEqual(NONE);
  });
});
