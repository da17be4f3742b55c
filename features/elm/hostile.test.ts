import fc from "fast-check";
import { expect, it } from "vitest";
import type { Transformed } from "@/features/exchange/draft";
import { LOQ_XML, loqJson, read } from "./loq.fixture";

/** Nothing throws, nothing is both in and out, and what is out has a reason. */
function expectSettled({ drafts, refused, notes }: Transformed): void {
  const keys = [...drafts, ...refused].map(({ kind, externalId }) => `${kind} ${externalId}`);
  expect(new Set(keys).size).toBe(keys.length);
  const reasons = new Set(notes.filter(({ severity }) => severity === "refuse").map(({ record }) => record));
  expect(refused.filter(({ externalId }) => !reasons.has(externalId))).toEqual([]);
  for (const { content } of drafts) {
    const title = "legalName" in content ? content.legalName : content.title;
    expect(Object.keys(title)).toContain(content.defaultLanguage);
  }
}

it("settles XML with any lines missing, repeated or exchanged", () => {
  const lines = LOQ_XML.split("\n");
  const line = fc.nat(lines.length - 1);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("drop", "repeat", "swap"), line, line), { maxLength: 3 }),
      (changes) => {
        const changed = [...lines];
        for (const [change, at, other] of changes) {
          const [one = "", two = ""] = [changed[at], changed[other]];
          if (change === "drop") changed[at] = "";
          else if (change === "repeat") changed[at] = `${one}${one}`;
          else changed.splice(at, 1, two);
        }
        expectSettled(read(changed.join("\n")));
      },
    ),
    { numRuns: 300 },
  );
});

it("settles XML with any attribute value", () => {
  const values = [...LOQ_XML.matchAll(/="([^"]*)"/g)].map(([, value = ""]) => value);
  fc.assert(
    fc.property(fc.nat(values.length - 1), fc.oneof(fc.constantFrom(...values), fc.string()), (at, value) => {
      let count = 0;
      const written = value.replace(/[<&"]/g, "");
      const xml = LOQ_XML.replace(/="[^"]*"/g, (whole) => (count++ === at ? `="${written}"` : whole));
      expectSettled(read(xml));
    }),
    { numRuns: 300 },
  );
});

it("settles JSON-LD with any value in any place", () => {
  const places: string[][] = [];
  const visit = (value: unknown, path: string[]) => {
    if (path.length > 0) places.push(path);
    if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    }
  };
  visit(loqJson(), []);
  const replaced = (value: unknown, [key, ...rest]: string[], by: unknown): unknown => {
    if (key === undefined) return by;
    if (Array.isArray(value))
      return value.map((inner, at) => (String(at) === key ? replaced(inner, rest, by) : inner));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, name === key ? replaced(inner, rest, by) : inner]),
    );
  };
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
      expectSettled(read(JSON.stringify(replaced(loqJson(), place, value))));
    }),
    { numRuns: 1000 },
  );
});
