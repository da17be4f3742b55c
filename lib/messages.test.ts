import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import en from "@/messages/en.json";
import fi from "@/messages/fi.json";

const ROOT = path.join(import.meta.dirname, "..");
const LANGUAGES = { en, fi };

/** "search.results" -> its text, for every text of a file. */
function textsOf(messages: object, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[prefix + key, value]] : [...textsOf(value, `${prefix}${key}.`)],
    ),
  );
}

/** Names of the values and tags that a message takes. */
function argumentsOf(text: string): string[] {
  const values = [...text.matchAll(/(?<!(?:zero|one|two|few|many|other|=\d)\s)\{([a-z]+)[,}]/gi)].map(
    (match) => match[1] ?? "",
  );
  const tags = [...text.matchAll(/<([a-z]+)>/gi)].map((match) => `<${match[1]}>`);
  return [...new Set([...values, ...tags])].sort();
}

/** Keys as the code writes them: `t("a.b")` and t(`a.${x}.b`), the latter as patterns. */
function keysInCode(): RegExp[] {
  const files = ["app", "components"].flatMap((room) =>
    readdirSync(path.join(ROOT, room), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
      .map((name) => readFileSync(path.join(ROOT, room, name), "utf8")),
  );
  const calls = files.flatMap((text) => [
    ...text.matchAll(/(?:\bt|translator\(\w+\))(?:\.rich)?\(\s*(?:"([^"]+)"|`((?:[^`$]|\$\{[^}]*\})+)`)/g),
  ]);
  return calls.map(([, plain, template]) => {
    const parts = (plain ?? template ?? "").split(/\$\{[^}]*\}/);
    return new RegExp(`^${parts.map((part) => part.replaceAll(".", "\\.")).join("[^.]+")}$`);
  });
}

describe("messages", () => {
  const english = textsOf(en);

  it.each(Object.entries(LANGUAGES))("%s has every text, and none is empty", (_, messages) => {
    const texts = textsOf(messages);
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...texts].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it.each(Object.entries(LANGUAGES))("%s takes the same values and tags as English", (_, messages) => {
    const differing = [...textsOf(messages)].filter(
      ([key, text]) => argumentsOf(text).join() !== argumentsOf(english.get(key) ?? "").join(),
    );
    expect(differing).toEqual([]);
  });

  it.each(Object.entries(LANGUAGES))("%s can be formatted", (locale, messages) => {
    const faults: string[] = [];
    const t = createTranslator({ locale, messages, onError: (error) => faults.push(error.message) });
    for (const [key, text] of textsOf(messages)) {
      const values = Object.fromEntries(
        argumentsOf(text).map((name) =>
          name.startsWith("<") ? [name.slice(1, -1), (chunks: unknown) => String(chunks)] : [name, 2],
        ),
      );
      t.rich(key as never, values as never);
    }
    expect(faults).toEqual([]);
  });

  it("are all used", () => {
    const used = keysInCode();
    expect([...english.keys()].filter((key) => !used.some((pattern) => pattern.test(key)))).toEqual([]);
  });
});
