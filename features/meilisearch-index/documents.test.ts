import { describe, expect, it } from "vitest";
import { TEXT_FIELDS } from "@/features/search/document";
import { FACETS } from "@/features/search/engine";
import { makeDocument } from "./document.fixture";
import { BROAD_FIELDS, exactField, forgivingField, SORT_FIELDS, toIndexedDocument } from "./documents";
import { isRunFacet, keyAttribute, RUN_SETS } from "./run-keys";
import { valueParts } from "./value-parts";

describe("an indexed document", () => {
  it("has what is searched, filtered and sorted by, and no attribute more", () => {
    const document = makeDocument({ startOn: "2027-01-31", ectsHundredths: 150, euroCents: 0 });
    expect(Object.keys(toIndexedDocument(document)).sort()).toEqual(
      [
        ...["id", "hash", "bucket"],
        ...FACETS.filter((facet) => !isRunFacet(facet)),
        BROAD_FIELDS,
        ...RUN_SETS.map(keyAttribute),
        ...Object.keys(valueParts(document.values)),
        ...TEXT_FIELDS.flatMap((field) => [exactField(field), forgivingField(field)]),
        ...Object.values(SORT_FIELDS),
      ].sort(),
    );
  });

  it("leaves out what is not known, so that it is sorted last", () => {
    const document = toIndexedDocument(makeDocument());
    for (const field of [SORT_FIELDS.start, SORT_FIELDS.ects, SORT_FIELDS.price])
      expect(document).not.toHaveProperty(field);
    expect(toIndexedDocument(makeDocument({ startOn: "2027-01-31" }))).toMatchObject({ start_on: 20270131 });
  });
});
