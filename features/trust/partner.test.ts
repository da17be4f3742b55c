import { assurance, institutional, OF_PROVIDER, registration } from "@/features/evidence/evidence.fixture";
import { course, describeTrust } from "./trust-case.fixture";

const ASSURER = { kind: "provider", id: "assurer" } as const;

describeTrust("quality assurance by another institution: who developed, who assures, who awards", [
  {
    why: "Internal quality assurance by an institution without a current review lends nothing.",
    given: [assurance()],
    is: "not-stated not-listed",
    says: ["assurer-not-reviewed assurance"],
  },
  {
    why: "A voluntary review of the assuring institution is not enough: it must be one as in the line above.",
    given: [assurance(), institutional({ subject: ASSURER, obligation: "voluntary" })],
    is: "not-stated not-listed",
    says: ["assurer-not-reviewed assurance"],
  },
  {
    why: "What the assuring institution developed alone has no partner.",
    given: [
      assurance({ developedBy: [{ name: "Assurer", id: "assurer" }] }),
      institutional({ subject: ASSURER }),
    ],
    is: "not-stated not-listed",
    says: ["developed-alone assurance"],
  },
  {
    why: "Developed together with a partner counts.",
    given: [
      assurance({
        developedBy: [
          { name: "Assurer", id: "assurer" },
          { name: "A partner that is not in this catalogue", id: null },
        ],
      }),
      institutional({ subject: ASSURER }),
    ],
    is: "external-review-esg through-partner",
  },
  {
    why: "Who developed must be said: the three roles are three fields.",
    given: [assurance({ developedBy: [] }), institutional({ subject: ASSURER })],
    is: "not-stated not-listed",
    says: ["developer-not-stated assurance"],
  },
  {
    why: "An assuring body that is not in this catalogue cannot be followed.",
    given: [
      assurance({
        assuredBy: [{ name: "A university", id: null }],
        source: { class: "third-party", providerId: null },
      }),
    ],
    is: "not-stated not-listed",
    says: ["assurer-unknown assurance"],
  },
  {
    why: "Assurance is of a course or a credential, not of the partner as a whole.",
    given: [assurance({ subject: OF_PROVIDER }), institutional({ subject: ASSURER })],
    is: "not-stated not-listed",
    says: ["names-no-offer assurance"],
  },
  {
    why: "Of two assuring bodies one with a current review is enough.",
    given: [
      assurance({
        assuredBy: [
          { name: "Another", id: "another" },
          { name: "Assurer", id: "assurer" },
        ],
      }),
      institutional({ subject: ASSURER }),
    ],
    is: "external-review-esg through-partner",
    body: "assuring-body assurer",
  },
  {
    why: "Assurance of the credential covers the course that alone leads to it.",
    given: [
      assurance({ subject: { kind: "credential", id: "credential" } }),
      institutional({ subject: ASSURER }),
    ],
    is: "external-review-esg through-partner",
  },
  {
    why: "Through a partner ends with the review of the assuring institution.",
    given: [assurance(), institutional({ subject: ASSURER, validTo: "2027-02-28" })],
    is: "external-review-esg through-partner",
    changesOn: "2027-03-01",
  },
  {
    why: "Through a partner ends with the assurance.",
    given: [assurance({ validTo: "2027-01-31" }), institutional({ subject: ASSURER })],
    is: "external-review-esg through-partner",
    changesOn: "2027-02-01",
  },
  {
    why: "A negative review of the assuring institution ends what it lends.",
    given: [
      assurance(),
      institutional({ subject: ASSURER }),
      institutional({ id: "refused", subject: ASSURER, decision: "negative", validFrom: "2026-02-01" }),
    ],
    is: "not-stated not-listed",
    says: ["assurer-not-reviewed assurance"],
  },
  {
    why: "Partner-developed: the partner's own authorisation comes after what the university lends.",
    of: course({ providerKind: "other" }),
    given: [registration(), assurance(), institutional({ subject: ASSURER })],
    is: "external-review-esg through-partner",
    says: ["counts-register registration"],
  },
]);
