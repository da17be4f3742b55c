import {
  assurance,
  certificate,
  endorsement,
  institutional,
  label,
  listing,
  OF_BODY,
  programme,
  registration,
  statement,
  vetSystem,
} from "@/features/evidence/evidence.fixture";
import { describeTrust } from "./trust-case.fixture";

const ASSURER = { kind: "provider", id: "assurer" } as const;
const ENDORSER = { kind: "provider", id: "endorser" } as const;

describeTrust("the first line that holds", [
  {
    why: "A programme report comes before an institutional one.",
    given: [institutional(), programme()],
    is: "external-review-esg programme",
    says: ["counts-programme programme", "counts-institution institutional"],
  },
  {
    why: "An institutional report comes before one through a partner.",
    given: [institutional(), assurance(), institutional({ id: "of-assurer", subject: ASSURER })],
    is: "external-review-esg institution",
    body: "provider provider",
  },
  {
    why: "Through a partner comes before a voluntary review.",
    given: [
      institutional({ obligation: "voluntary" }),
      assurance(),
      institutional({ id: "of-assurer", subject: ASSURER }),
    ],
    is: "external-review-esg through-partner",
  },
  {
    why: "A voluntary review comes before a national authorisation.",
    given: [institutional({ obligation: "voluntary" }), registration()],
    is: "external-review-esg voluntary",
  },
  {
    why: "A register comes before a vocational system.",
    given: [vetSystem(), registration()],
    is: "national-authorisation register",
  },
  {
    why: "A national authorisation comes before a label.",
    given: [label(), vetSystem()],
    is: "national-authorisation vet-system",
  },
  {
    why: "A label comes before a certificate.",
    given: [certificate(), label()],
    is: "recognised-label label",
  },
  {
    why: "A certificate comes before an endorsement.",
    given: [endorsement(), institutional({ subject: ENDORSER }), certificate()],
    is: "recognised-label certificate",
  },
  {
    why: "An endorsement comes before the provider's own word.",
    given: [statement(), endorsement(), institutional({ subject: ENDORSER })],
    is: "recognised-label endorsed",
  },
  {
    why: "The provider's own word comes before being listed.",
    given: [statement(), listing()],
    is: "self-declared",
  },
  {
    why: "A decision with conditions counts, and is marked.",
    given: [institutional({ decision: "with-conditions" })],
    is: "external-review-esg institution with-conditions",
    says: ["with-conditions institutional"],
  },
  {
    why: "A better line with conditions comes before a lower one without.",
    given: [programme({ decision: "with-conditions" }), institutional()],
    is: "external-review-esg programme with-conditions",
  },
  {
    why: "The mark is that of what counts, not of a record below it.",
    given: [programme(), institutional({ decision: "with-conditions" })],
    is: "external-review-esg programme",
  },
  {
    why: "Of two bodies with the same line, the one without conditions speaks.",
    given: [
      institutional({ decision: "with-conditions" }),
      institutional({ id: "of-body", subject: OF_BODY }),
    ],
    is: "external-review-esg institution",
    body: "awarding-body body",
  },
  {
    why: "A newer decision of the same activity with conditions takes the mark from the older one without.",
    given: [
      institutional({ id: "older", validFrom: "2023-01-01" }),
      institutional({ id: "newer", decision: "with-conditions" }),
    ],
    is: "external-review-esg institution with-conditions",
    reading: "Both are usable; the newest decision about the same subject says whether there are conditions.",
  },
  {
    why: "A newer decision without conditions ends those of the older one.",
    given: [
      institutional({ id: "older", validFrom: "2023-01-01", decision: "with-conditions" }),
      institutional({ id: "newer" }),
    ],
    is: "external-review-esg institution",
  },
  {
    why: "Of two decisions of one day the one with conditions says so.",
    given: [
      institutional({ id: "clean", validTo: "2031-12-31" }),
      institutional({ id: "conditional", decision: "with-conditions" }),
    ],
    is: "external-review-esg institution with-conditions",
    reading: "In doubt the mark is shown.",
  },
  {
    why: "Conditions on the assuring university are conditions on what it assures.",
    given: [assurance(), institutional({ subject: ASSURER, decision: "with-conditions" })],
    is: "external-review-esg through-partner with-conditions",
  },
  {
    why: "A low-level flag counts, and is said.",
    given: [institutional({ flag: "low" })],
    is: "external-review-esg institution",
    says: ["low-flag institutional"],
  },
]);
