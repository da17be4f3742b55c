import { describe, expect, it } from "vitest";
import { childOf, childrenOf, childText, readXml, XML_LIMITS } from "./xml-reader";

const bytes = (text: string) => new TextEncoder().encode(text);
const messageOf = (input: string | Uint8Array) => {
  const reading = readXml(typeof input === "string" ? bytes(input) : input);
  return reading.ok ? "accepted" : reading.message;
};

describe("readXml", () => {
  it("reads names, namespaces, attributes, text and lines", () => {
    const reading = readXml(
      bytes(
        '\ufeff<?xml version="1.0" encoding="utf-8"?>\n<a xmlns="urn:a" xmlns:x="urn:x" x:k="1" k="2">\r\n' +
          "  <x:b\n  n='3'>R&amp;D <![CDATA[<i>]]><c/>!</x:b>\n  <b> second </b><b>third</b></a>",
      ),
    );
    if (!reading.ok) throw new Error(reading.message);
    const { root } = reading;
    expect(root).toMatchObject({ name: "a", namespace: "urn:a", line: 2 });
    expect(root.attributes.get("k")).toBe("2");
    expect(root.attributes.get("{urn:x}k")).toBe("1");
    const first = childOf(root, "b");
    expect(first).toMatchObject({ namespace: "urn:x", line: 3, text: "R&D <i>!" });
    expect(first?.attributes.get("n")).toBe("3");
    expect(childrenOf(root, "b").map(({ text }) => text)).toEqual(["R&D <i>!", " second ", "third"]);
    expect(childText(root, "b")).toBe("R&D <i>!");
    expect(childText(root, "nothing")).toBeNull();
  });

  it("reads an attribute called __proto__ like any other", () => {
    const reading = readXml(bytes('<a __proto__="1" constructor="2"/>'));
    expect(reading.ok && [...reading.root.attributes]).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]);
  });

  it.each([
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "DOCTYPE"],
    ['<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "DOCTYPE"],
    ["<a>&x;</a>", "entity"],
    ["<a><b></a>", "well-formed"],
    ["<a>", "well-formed"],
    ["", "well-formed"],
    ["plain", "well-formed"],
    ["<a/><b/>", "well-formed"],
    ["<x:a/>", "well-formed"],
    ['<a k="1" k="2"/>', "well-formed"],
    ["<a>\u0001</a>", "well-formed"],
    ['<?xml version="1.0" encoding="iso-8859-1"?><a/>', "iso-8859-1"],
  ])("refuses %s", (text, reason) => {
    expect(messageOf(text)).toContain(reason);
  });

  it("names the line of a fault", () => {
    expect(readXml(bytes("<a>\n<b>\n</a>"))).toMatchObject({ ok: false, line: 3 });
  });

  it("refuses what is not UTF-8", () => {
    expect(messageOf(Uint8Array.of(0x3c, 0x61, 0xe9))).toContain("not UTF-8");
    expect(messageOf(Uint8Array.of(0xff, 0xfe, 0x3c, 0))).toContain("UTF-16");
    expect(messageOf(Uint8Array.of(0x3c, 0, 0x61, 0))).toContain("UTF-16");
  });

  it("holds its limits", () => {
    const nested = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth);
    expect(messageOf(nested(XML_LIMITS.depth))).toBe("accepted");
    expect(messageOf(nested(XML_LIMITS.depth + 1))).toContain("nested");
    expect(messageOf(`<r>${"<a/>".repeat(XML_LIMITS.nodes)}</r>`)).toContain("More than");
    expect(messageOf(new Uint8Array(XML_LIMITS.bytes + 1))).toContain("larger than");
  });
});
