import { describe, expect, it } from "vitest";
import { JSON_LIMITS } from "./json-document";
import { content, LOQ_XML, loqJson, read, withSpecification } from "./loq.fixture";

const ISSUED = {
  type: ["VerifiableCredential", "EuropeanDigitalCredential"],
  credentialSubject: { familyName: "Other" },
};

describe("what is no offer", () => {
  it.each<[string, string | object]>([
    ["a credential", ISSUED],
    ["a credential told by its type alone", { type: "EuropeanDigitalCredential", familyName: "Other" }],
    ["a credential to upload", { credential: ISSUED }],
    ["a sealed credential", { payload: JSON.stringify(ISSUED), signatures: [{}] }],
    ["a presentation", { type: "EuropeanDigitalPresentation", verifiableCredential: [ISSUED] }],
    ["a credential in a list", [ISSUED]],
    ["a credential in XML", "<europassCredential><familyName>Other</familyName></europassCredential>"],
  ])("refuses %s unread", (_, input) => {
    const { drafts, refused, notes, isComplete } = read(input);
    expect({ drafts, isComplete }).toEqual({ drafts: [], isComplete: false });
    expect(refused).toEqual([{ kind: "credential", externalId: "offer", raw: null }]);
    expect(notes).toMatchObject([{ severity: "refuse", rule: "issued-credential" }]);
    expect(notes[0]?.message).toContain("issued credential");
    expect(JSON.stringify(notes)).not.toContain("Other");
  });

  it("refuses a credential among offers and takes the offers", () => {
    const { drafts, refused } = read([loqJson(), ISSUED]);
    expect(drafts).toHaveLength(3);
    expect(refused).toEqual([{ kind: "credential", externalId: "offer", raw: null }]);
  });

  it.each<[string, string | object, string]>([
    ["broken XML", "<Courses>", "Not well-formed XML"],
    ["another XML", "<feed/>", "no LOQ XML"],
    ["Courses of another namespace", '<Courses xmlns="urn:x"/>', "no LOQ XML"],
    [
      "a document type",
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${LOQ_XML.slice(39)}`,
      "DOCTYPE",
    ],
    [
      "groups out of order",
      LOQ_XML.replace("<agentReferences>", "<locationReferences/><agentReferences>"),
      "not in its place",
    ],
    [
      "a group nobody knows",
      LOQ_XML.replace("<agentReferences>", "<peopleReferences/><agentReferences>"),
      "holds no peopleReferences",
    ],
    [
      "an element in the wrong group",
      LOQ_XML.replace("<agentReferences>", '<agentReferences><location id="x"/>'),
      "holds no location",
    ],
    ["broken JSON", '{"id": ', "Not well-formed JSON"],
    ["another JSON", { name: "Welding" }, "no LOQ JSON-LD"],
    ["a number", "7", "no LOQ JSON-LD"],
    ["nothing", "", "Not well-formed JSON"],
    ["Latin-1", Uint8Array.of(0x7b, 0xe9), "not UTF-8"],
    ["deep JSON", "[".repeat(JSON_LIMITS.depth + 1), "nested more than 64"],
    ["very deep JSON", "[".repeat(5_000_000), "nested more than 64"],
    ["very many values", `[${"1,".repeat(JSON_LIMITS.values + 1)}1]`, "too many values"],
    ["very many bytes", new Uint8Array(JSON_LIMITS.bytes + 1).fill(0x20), "larger than 64 MiB"],
  ])("refuses %s as a whole", (_, input, message) => {
    const { drafts, refused, notes, isComplete } = read(input);
    expect({ drafts, isComplete }).toEqual({ drafts: [], isComplete: false });
    expect(refused).toEqual([{ kind: "course", externalId: "offer", raw: null }]);
    expect(notes[0]?.message).toContain(message);
  });

  it("passes on no characters that a database cannot hold", () => {
    const odd = "a\u0000b\ud83cc\udf31d \ud83c\udf31";
    const offer = { ...withSpecification({ title: { en: odd, [odd]: "x" } }), [odd]: 1 };
    const written = JSON.stringify(read(offer));
    expect(written).toContain("ab\ufffdc\ufffdd \ud83c\udf31");
    expect(written).not.toMatch(/\\u0000|\\ud83c|\\udf31/);
    expect(content({ ...loqJson(), description: { en: "C:\\u0000" } }, "course")).toMatchObject({
      description: { en: "C:\\u0000" },
    });
  });

  it("is not led astray by names of object parts", () => {
    const offer = JSON.stringify(loqJson()).replace(
      "{",
      '{"__proto__": {"polluted": true}, "constructor": 1, ',
    );
    const { refused, notes } = read(offer);
    expect(refused).toEqual([]);
    expect(notes.map(({ field }) => field)).toEqual(["__proto__", "constructor"]);
    expect(Object.keys({})).toEqual([]);
  });
});
