import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFeed } from "./extract";

let folder = "";
const at = (name: string) => path.join(folder, name);
const progress = () => {};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cairn-extract-"));
  mkdirSync(at("feed/inner"), { recursive: true });
  for (const name of ["feed/b.xml", "feed/a.XML", "feed/inner/c.xml", "feed/notes.txt", "feed/.hidden.xml"])
    writeFileSync(at(name), name);
  symlinkSync("/etc/hostname", at("feed/link.xml"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const namesOf = async (address: string, limits = {}) =>
  (await readFeed(address, [".xml"], { progress, limits })).map(({ name }) => name);

describe("readFeed", () => {
  it("reads the files of a folder by name, those of its folders too, and no links or hidden ones", async () => {
    expect(await namesOf(at("feed"))).toEqual(["a.XML", "b.xml", "inner/c.xml"]);
  });

  it("reads one file, whatever it is called", async () => {
    const files = await readFeed(at("feed/notes.txt"), [".xml"], { progress });
    expect(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ["notes.txt", "feed/notes.txt"],
    ]);
  });

  it("tells how far it is", async () => {
    const seen: unknown[] = [];
    await readFeed(at("feed"), [".xml"], { progress: (...step) => seen.push(step) });
    expect(seen.at(-1)).toEqual(["Reading files", 3, 3]);
  });

  it.each([
    ["what is not there", "nowhere", {}, /no file or folder/],
    ["what is neither file nor folder", "/dev/null", {}, /neither a file nor a folder/],
    ["a file that is too large", "feed/b.xml", { fileBytes: 5 }, /larger than/],
    ["too much together", "feed", { totalBytes: 15 }, /--partial/],
    ["too many files", "feed", { files: 2 }, /more than 2 files/],
  ])("refuses %s", async (_name, address, limits, message) => {
    const given = address.startsWith("/") ? address : at(address);
    await expect(namesOf(given, limits)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(message),
    });
  });

  it("asks the network for an address only, and never for one inside", async () => {
    for (const address of ["file:///etc/passwd", "http://127.0.0.1/feed.xml", "ftp://example.org/x"])
      await expect(readFeed(address, [".xml"], { progress })).rejects.toMatchObject({ code: "invalid" });
  });

  it("names what it fetched after its address", async () => {
    const network = {
      resolve: async () => ["10.0.0.1"],
      route: () => ({ address: "127.0.0.1", port: 1 }),
    };
    await expect(
      readFeed("https://feeds.example.org/a.xml", [".xml"], { progress, network }),
    ).rejects.toThrow("not on the public internet");
  });
});
