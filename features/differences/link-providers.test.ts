import { describe, expect, it } from "vitest";
import type { ProviderIdentifier, ProviderRecord } from "@/features/providers/schema";
import { makeProvider, NOW, TODAY } from "@/tests/factories";
import {
  around,
  course,
  feed,
  held,
  OTHER_SOURCE,
  outcomes,
  plan,
  provider,
  rulesOf,
  SOURCE,
} from "./surroundings.fixture";

const VAT: ProviderIdentifier = { scheme: "vat", value: "FI1" };
const ROR: ProviderIdentifier = { scheme: "ror", value: "9" };

function foreign(id: string, content: Parameters<typeof makeProvider>[0]): ProviderRecord {
  return {
    kind: "provider",
    id,
    slug: id,
    sourceId: OTHER_SOURCE,
    externalId: `foreign-${id}`,
    sourceUrl: null,
    retrievedOn: TODAY,
    isSample: false,
    version: 1,
    createdAt: NOW,
    updatedAt: NOW,
    content: makeProvider({ legalName: { en: "University of Elsewhere" }, ...content }),
  };
}

describe("providers of a feed", () => {
  it("meet those of other sources on an identifier, which then speaks for itself", () => {
    const shared = around({ sharedProviders: [foreign("X", { identifiers: [VAT] })] });
    const planned = plan(feed([provider("P", { identifiers: [VAT, ROR] }), course("A")]), shared);
    expect(outcomes(planned)).toEqual(["unchanged provider P", "added course A"]);
    expect(planned.items[0]?.change).toBeNull();
    expect(rulesOf(planned, "P")).toEqual(["provider-met"]);
    expect(planned.items[1]?.change?.after).toMatchObject({ content: { provider: "X" } });
  });

  it("never meet on a name, which goes to review", () => {
    const otherProviders = [{ id: "X", legalName: { fi: "TURUN yliopisto" }, country: "FI" }];
    const planned = plan(
      feed([provider("P", { legalName: { fi: "Turun Yliopisto" }, defaultLanguage: "fi" })]),
      around({ otherProviders }),
    );
    expect(outcomes(planned)).toEqual(["added provider P"]);
    expect(planned.items[0]?.notes).toMatchObject([{ rule: "provider-namesake", severity: "review" }]);
    const elsewhere = around({ otherProviders: otherProviders.map((one) => ({ ...one, country: "SE" })) });
    expect(
      rulesOf(
        plan(
          feed([provider("P", { legalName: { fi: "Turun yliopisto" }, defaultLanguage: "fi" })]),
          elsewhere,
        ),
        "P",
      ),
    ).toEqual([]);
  });

  it("take the place of a stand-in, with its identifiers", () => {
    const standIn = foreign("X", { identity: "placeholder", identifiers: [VAT] });
    const planned = plan(
      feed([provider("P", { identifiers: [ROR, VAT] })]),
      around({ sharedProviders: [standIn] }),
    );
    expect(outcomes(planned)).toEqual(["changed provider P"]);
    expect(planned.items[0]?.change).toMatchObject({
      before: standIn,
      after: {
        id: "X",
        sourceId: SOURCE,
        externalId: "P",
        content: { identity: "stated", identifiers: [ROR, VAT] },
      },
    });
    const later = plan(
      feed([provider("stand-in", { identity: "placeholder", identifiers: [VAT] })]),
      around({ sharedProviders: [foreign("X", { identifiers: [VAT, ROR] })] }),
    );
    expect(outcomes(later)).toEqual(["unchanged provider stand-in"]);
    expect(later.items[0]?.change).toBeNull();
  });

  it("are refused where their identifiers belong to several others", () => {
    const shared = around({
      sharedProviders: [foreign("X", { identifiers: [VAT] }), foreign("Y", { identifiers: [ROR] })],
    });
    const planned = plan(feed([provider("P", { identifiers: [VAT, ROR] }), course("A")]), shared);
    expect(outcomes(planned)).toEqual(["refused provider P", "refused course A"]);
    expect(rulesOf(planned, "P")).toEqual(["provider-identifiers-disagree"]);
  });

  it("that are held do not take identifiers of others", () => {
    const live = held(plan(feed([provider("P", { identifiers: [ROR] })])));
    const planned = plan(feed([provider("P", { identifiers: [ROR, VAT] })]), {
      ...live,
      sharedProviders: [foreign("X", { identifiers: [VAT] })],
    });
    expect(outcomes(planned)).toEqual(["unchanged provider P"]);
    expect(rulesOf(planned, "P")).toEqual(["identifier-taken"]);
  });

  it("are one where two entries of a feed share an identifier", () => {
    const planned = plan(
      feed([
        provider("P", { identifiers: [VAT] }),
        provider("Q", { identifiers: [VAT] }),
        course("A", { provider: "Q" }),
      ]),
    );
    expect(outcomes(planned)).toEqual(["added provider P", "unchanged provider Q", "added course A"]);
    expect(planned.items[2]?.change?.after).toMatchObject({
      content: { provider: planned.items[0]?.change?.after?.id },
    });
  });
});
