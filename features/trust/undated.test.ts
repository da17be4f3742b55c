import { institutional, registration } from "@/features/evidence/evidence.fixture";
import type { Evidence } from "@/features/evidence/schema";
import { describeTrust, provider } from "./trust-case.fixture";

const refused = { id: "refused", decision: "negative", validFrom: "2026-03-01" } as const;

/** A row of March, and the undated negative decision that took its place in November. */
const corrected = (first: Pick<Evidence, "decision">) => [
  institutional({
    ...first,
    id: "first",
    validFrom: null,
    enteredOn: "2026-03-01",
    supersededBy: "refused",
    supersededOn: "2026-11-01",
  }),
  institutional({ ...refused, validFrom: null, enteredOn: "2026-11-01", supersedes: "first" }),
];

describeTrust("decisions without a date", [
  {
    why: "A negative decision without a date is taken from the day it came in; what is older is closed.",
    given: [institutional(), institutional({ ...refused, validFrom: null })],
    is: "not-stated listed-no-report",
    reading: "An undated negative decision was in force by the day on which it was first entered.",
  },
  {
    why: "To read it again closes nothing that came in between: it is no newer decision.",
    given: [
      institutional({ ...refused, validFrom: null, enteredOn: "2026-03-01", retrievedOn: "2026-11-01" }),
      institutional({ id: "newer", validFrom: "2026-09-01" }),
    ],
    is: "external-review-esg institution",
    says: ["negative refused"],
  },
  {
    why: "Nor does a correction of something else in it: the decision is the one that came in first.",
    given: [...corrected({ decision: "negative" }), institutional({ id: "newer", validFrom: "2026-09-01" })],
    is: "external-review-esg institution",
    says: ["negative refused"],
  },
  {
    why: "A correction that makes it negative is a decision of the day of that correction.",
    given: [...corrected({ decision: "positive" }), institutional({ id: "newer", validFrom: "2026-09-01" })],
    is: "not-stated listed-no-report",
    says: ["closed-by-negative newer"],
  },
  {
    why: "A decision without a first day cannot be shown to be newer.",
    of: provider("other"),
    given: [registration({ validFrom: null }), registration(refused)],
    is: "not-stated not-listed",
    reading: "Undated support counts as older than any negative decision.",
  },
]);
