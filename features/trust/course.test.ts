import { describe, expect, it } from "vitest";
import {
  institutional,
  label,
  listing,
  OF_BODY,
  programme,
  registration,
  statement,
  TODAY,
} from "@/features/evidence/evidence.fixture";
import { course, credential, describeTrust, provider } from "./trust-case.fixture";
import { trustOf } from "./verdict";

const THREE = { awardingBodies: ["body", "second", "third"] };
const of = (id: string) => ({ id, subject: { kind: "provider", id } }) as const;

describeTrust("a course takes the best of its own, its provider's and its awarding bodies' evidence", [
  {
    why: "The awarding body's review speaks where the provider has none, and the body is named.",
    given: [institutional({ subject: OF_BODY })],
    is: "external-review-esg institution",
    body: "awarding-body body",
  },
  {
    why: "The provider's review comes before an awarding body's of the same worth.",
    given: [institutional({ id: "of-body", subject: OF_BODY }), institutional()],
    is: "external-review-esg institution",
    body: "provider provider",
  },
  {
    why: "The awarding body's review comes before the provider's authorisation.",
    given: [registration(), institutional({ subject: OF_BODY })],
    is: "external-review-esg institution",
    body: "awarding-body body",
  },
  {
    why: "Where the provider's review has ended, the awarding body's speaks.",
    given: [institutional({ validTo: "2026-01-31" }), institutional({ id: "of-body", subject: OF_BODY })],
    is: "external-review-esg institution",
    body: "awarding-body body",
    says: ["expired institutional", "counts-institution of-body"],
  },
  {
    why: "Where the provider's review was negative, the awarding body's speaks, and the negative one is said.",
    given: [institutional({ decision: "negative" }), institutional({ id: "of-body", subject: OF_BODY })],
    is: "external-review-esg institution",
    body: "awarding-body body",
    says: ["negative institutional"],
  },
  {
    why: "When the provider's review ends, the awarding body's takes over: no change of the mark.",
    given: [
      institutional({ validTo: "2027-01-31" }),
      institutional({ id: "of-body", subject: OF_BODY, validTo: "2028-01-31" }),
    ],
    is: "external-review-esg institution",
    body: "provider provider",
    changesOn: "2028-02-01",
  },
  {
    why: "Of three awarding bodies the best speaks.",
    of: credential(THREE),
    given: [
      registration(of("body")),
      institutional(of("second")),
      institutional({ ...of("third"), obligation: "voluntary" }),
    ],
    is: "external-review-esg institution",
    body: "awarding-body second",
  },
  {
    why: "Of three with the same worth the one that lasts longest is named.",
    of: credential(THREE),
    given: [
      institutional({ ...of("body"), validTo: "2027-12-31" }),
      institutional({ ...of("second"), validTo: "2030-12-31" }),
      institutional({ ...of("third"), validTo: "2028-12-31" }),
    ],
    is: "external-review-esg institution",
    body: "awarding-body second",
    changesOn: "2031-01-01",
  },
  {
    why: "The reasons name the evidence of all three bodies.",
    of: credential(THREE),
    given: [
      institutional(of("body")),
      institutional({ ...of("second"), validTo: "2026-01-01" }),
      institutional({ ...of("third"), flag: "high" }),
    ],
    is: "external-review-esg institution",
    says: ["counts-institution body", "expired second", "high-flag third"],
  },
  {
    why: "A credential does not take the evidence of a provider that only teaches towards it.",
    of: credential(),
    given: [institutional()],
    is: "not-stated not-listed",
  },
  {
    why: "A provider does not take the evidence of those who award with it.",
    of: provider(),
    given: [institutional({ subject: OF_BODY })],
    is: "not-stated not-listed",
  },
  {
    why: "A course whose values are not the credential's does not take the credential's report.",
    of: course({ credential: null }),
    given: [programme()],
    is: "not-stated not-listed",
  },
  {
    why: "A credential does not take the evidence of one course that leads to it.",
    of: credential(),
    given: [programme({ subject: { kind: "course", id: "course" } })],
    is: "not-stated not-listed",
  },
  {
    why: "A provider outside higher education with an authorisation stands beside a university.",
    of: course({ providerKind: "other" }),
    given: [registration()],
    is: "national-authorisation register",
    body: "provider provider",
  },
  {
    why: "A provider outside higher education with a label has it for its course too.",
    of: course({ providerKind: "other" }),
    given: [label()],
    is: "recognised-label label",
    body: "provider provider",
  },
  {
    why: "The awarding body's own word is its own word too.",
    given: [statement({ subject: OF_BODY, source: { providerId: "body" } })],
    is: "self-declared",
    body: "awarding-body body",
  },
  {
    why: "A provider that also awards is one body, named as the provider.",
    of: course({ awardingBodies: ["provider"] }),
    given: [institutional()],
    is: "external-review-esg institution",
    body: "provider provider",
  },
  {
    why: "An awarding body that is listed makes the offer one of a listed body.",
    given: [listing({ subject: OF_BODY })],
    is: "not-stated listed-no-report",
  },
]);

describe("a provider that also awards", () => {
  it("has each of its records named once", () => {
    const subject = course({ awardingBodies: ["provider", "body", "body"] });
    const records = [institutional(), institutional({ id: "of-body", subject: OF_BODY, flag: "high" })];
    const { reasons } = trustOf({ subject, records, at: TODAY });
    expect(reasons.map(({ code }) => code)).toEqual([
      "counts-institution",
      "covers-provider-only",
      "high-flag",
    ]);
  });
});
