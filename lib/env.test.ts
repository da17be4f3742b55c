import { afterEach, describe, expect, it, vi } from "vitest";
import { bareEnv, env, overrideEnv } from "./env";

afterEach(() => {
  vi.unstubAllEnvs();
  overrideEnv({});
});

describe("the flags of a command", () => {
  it("go over the environment, whoever asked for a setting before they were read", () => {
    vi.stubEnv("PORT", "3000");
    vi.stubEnv("CAIRN_DATA", "one");
    overrideEnv({});
    expect([env().PORT, env().CAIRN_DATA]).toEqual([3000, "one"]);
    overrideEnv({ PORT: "4000", CAIRN_DATA: undefined });
    expect([env().PORT, env().CAIRN_DATA]).toEqual([4000, "one"]);
  });
});

describe("the environment of a program that is none of ours", () => {
  it("has nothing of our settings", () => {
    vi.stubEnv("DATABASE_URL", "postgres://cairn:secret@localhost/cairn");
    const bare = bareEnv({ MEILI_MASTER_KEY: "key" });
    expect(bare.PATH).toBe(process.env.PATH);
    expect(bare.MEILI_MASTER_KEY).toBe("key");
    expect(Object.keys(bare)).not.toContain("DATABASE_URL");
  });
});
