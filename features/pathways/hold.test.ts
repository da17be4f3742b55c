import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { iscedFields } from "@/features/vocabularies/isced-f";
import { formatHold, type Hold, parseHold } from "./hold";

const month = fc.option(fc.constantFrom("2026-01", "2026-12", "1999-07"));
const slug = fc.stringMatching(/^[a-z0-9]{1,10}(-[a-z0-9]{1,10}){0,3}$/);
const title = fc
  .string({ minLength: 1, maxLength: 60 })
  .filter((text) => !text.includes("~") && text.trim() === text);

const holds: fc.Arbitrary<Hold> = fc.oneof(
  fc.record({ kind: fc.constant("catalogue" as const), slug, month }),
  fc.record({
    kind: fc.constant("own" as const),
    title: title.filter((text) => text !== ""),
    credits: fc.option(fc.integer({ min: 0, max: 9_999_999 })),
    eqf: fc.option(fc.integer({ min: 1, max: 8 })),
    month,
    field: fc.option(fc.constantFrom(...iscedFields.codes.slice(0, 20))),
    country: fc.option(fc.constantFrom("FI", "IT", "SE")),
  }),
);

describe("hold", () => {
  it("is read back as the same", () => {
    fc.assert(
      fc.property(holds, (hold) => {
        expect(parseHold(formatHold(hold))).toEqual({ ok: true, hold });
      }),
    );
  });

  it.each([
    ["data-literacy", { kind: "catalogue", slug: "data-literacy", month: null }],
    ["data-literacy~2026-03", { kind: "catalogue", slug: "data-literacy", month: "2026-03" }],
    ["own", { kind: "catalogue", slug: "own", month: null }],
    [
      "own~Welding basics~2.5~4~2026-03~0715~FI",
      {
        kind: "own",
        title: "Welding basics",
        credits: 250,
        eqf: 4,
        month: "2026-03",
        field: "0715",
        country: "FI",
      },
    ],
    [
      "own~Welding~~~~~",
      { kind: "own", title: "Welding", credits: null, eqf: null, month: null, field: null, country: null },
    ],
  ])("reads %s", (value, hold) => {
    expect(parseHold(value)).toEqual({ ok: true, hold });
  });

  it.each([
    ["", "slug"],
    ["Data Literacy", "slug"],
    ["../../etc/passwd", "slug"],
    ["slug~2026-13", "month"],
    ["slug~2026-01~x", "parts"],
    ["own~~3~~~~", "title"],
    ["own~T~-3~~~~", "credits"],
    ["own~T~1e3~~~~", "credits"],
    ["own~T~2.505~~~~", "credits"],
    ["own~T~3~9~~~", "eqf"],
    ["own~T~3~6~2026-1~~", "month"],
    ["own~T~3~6~2026-01~0699~", "field"],
    ["own~T~3~6~2026-01~0613~fi", "country"],
    ["own~T~3~6~2026-01~0613~FI~more", "parts"],
    [`own~${"x".repeat(500)}~3~~~~`, "parts"],
  ])("refuses %s", (value, part) => {
    expect(parseHold(value)).toEqual({ ok: false, part });
  });

  it("answers for any text at all", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof parseHold(text).ok === "boolean"));
    fc.assert(fc.property(fc.string(), (text) => typeof parseHold(`own~${text}`).ok === "boolean"));
  });

  it("puts a space for a ~ in a title", () => {
    const hold = {
      kind: "own",
      title: "A~B",
      credits: null,
      eqf: null,
      month: null,
      field: null,
      country: null,
    } as const;
    expect(formatHold(hold)).toBe("own~A B~~~~~");
  });
});
