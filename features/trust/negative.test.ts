import {
  certificate,
  institutional,
  label,
  OF_BODY,
  OF_COURSE,
  programme,
  registration,
  statement,
} from "@/features/evidence/evidence.fixture";
import { describeTrust, provider } from "./trust-case.fixture";

const refused = { id: "refused", decision: "negative", validFrom: "2026-03-01" } as const;

describeTrust("negative decisions, flags and what only informs", [
  {
    why: "A negative decision is no support, and is said.",
    given: [institutional({ decision: "negative" })],
    is: "not-stated listed-no-report",
    says: ["negative institutional"],
  },
  {
    why: "It closes the route for older decisions, though their dates still run.",
    given: [institutional(), institutional(refused)],
    is: "not-stated listed-no-report",
    changesOn: null,
    says: ["negative refused", "closed-by-negative institutional"],
  },
  {
    why: "A newer decision of the same activity opens it again.",
    given: [institutional(refused), institutional({ id: "newer", validFrom: "2026-09-01" })],
    is: "external-review-esg institution",
    says: ["negative refused"],
  },
  {
    why: "A newer one with conditions opens it too.",
    given: [
      institutional(refused),
      institutional({ id: "newer", validFrom: "2026-09-01", decision: "with-conditions" }),
    ],
    is: "external-review-esg institution with-conditions",
  },
  {
    why: "A decision of the same day is not newer.",
    given: [institutional(refused), institutional({ id: "same-day", validFrom: "2026-03-01" })],
    is: "not-stated listed-no-report",
  },
  {
    why: "Once closed, an older decision does not come back when a newer one has ended.",
    given: [
      institutional(),
      institutional(refused),
      institutional({ id: "newer", validFrom: "2026-09-01", validTo: "2026-10-31" }),
    ],
    is: "not-stated listed-no-report",
    says: ["closed-by-negative institutional", "expired newer"],
    reading: "The newer decision replaces the negative one; it does not revive what the negative one ended.",
  },
  {
    why: "The end of its own dates does not end a negative decision.",
    given: [institutional(), institutional({ ...refused, validTo: "2026-06-30" })],
    is: "not-stated listed-no-report",
    says: ["negative refused"],
  },
  {
    why: "A negative decision that is still to come closes from its day on.",
    given: [institutional(), institutional({ ...refused, validFrom: "2027-03-01" })],
    is: "external-review-esg institution",
    changesOn: "2027-03-01",
  },
  {
    why: "A negative institutional decision does not close what was decided about the programme.",
    given: [programme(), institutional(refused)],
    is: "external-review-esg programme",
    says: ["negative refused"],
  },
  {
    why: "A negative programme decision does not close what was decided about the institution.",
    given: [institutional(), programme(refused)],
    is: "external-review-esg institution",
    says: ["negative refused"],
  },
  {
    why: "It closes the same route only: a national authorisation still speaks.",
    given: [institutional(refused), institutional(), registration()],
    is: "national-authorisation register",
  },
  {
    why: "It closes the older decision of the sister activity: both are reviews of the institution.",
    given: [institutional({ activity: "institutional-programme" }), institutional(refused)],
    is: "not-stated listed-no-report",
    reading: "The route is the line of the table, institutional and institutional-programme together.",
  },
  {
    why: "A newer decision of the sister activity does not end it: the activity must be the same.",
    given: [
      institutional(refused),
      institutional({ id: "sister", activity: "institutional-programme", validFrom: "2026-09-01" }),
    ],
    is: "not-stated listed-no-report",
    says: ["closed-by-negative sister"],
    reading: "'Until a newer decision of the same activity' is taken at its word.",
  },
  {
    why: "When a newer decision of the same activity has come, the newer sister counts again.",
    given: [
      institutional(refused),
      institutional({ id: "sister", activity: "institutional-programme", validFrom: "2026-09-01" }),
      institutional({ id: "newer", validFrom: "2026-10-01", validTo: "2026-10-31" }),
    ],
    is: "external-review-esg institution",
    says: ["counts-institution sister", "expired newer"],
  },
  {
    why: "A voluntary older review is closed as well: it is of the same activity.",
    given: [institutional({ obligation: "voluntary" }), institutional(refused)],
    is: "not-stated listed-no-report",
  },
  {
    why: "A newer report with a high-level flag does not end a negative decision.",
    given: [
      institutional({ activity: "institutional-programme", validFrom: "2026-05-01" }),
      institutional(refused),
      institutional({ id: "flagged", validFrom: "2026-09-01", flag: "high" }),
    ],
    is: "not-stated listed-no-report",
    says: ["high-flag flagged"],
  },
  {
    why: "The negative decision about one body leaves another body's review alone.",
    given: [institutional(refused), institutional(), institutional({ id: "of-body", subject: OF_BODY })],
    is: "external-review-esg institution",
    body: "awarding-body body",
  },
  {
    why: "A negative programme decision about the credential does not close one about the course itself.",
    given: [programme({ id: "of-course", subject: OF_COURSE }), programme(refused)],
    is: "external-review-esg programme",
    reading: "The scope of a decision is the subject of its record.",
  },
  {
    why: "A withdrawn authorisation closes the older entry.",
    of: provider("other"),
    given: [registration(), registration(refused)],
    is: "not-stated not-listed",
    says: ["negative refused", "closed-by-negative registration"],
  },
  {
    why: "A negative decision that the register does not have closes nothing.",
    of: provider("other"),
    given: [registration(), registration({ ...refused, answer: "not-found" })],
    is: "national-authorisation register",
  },
  {
    why: "A newer decision that the register does not have ends no negative one.",
    given: [
      institutional({ activity: "institutional-programme", validFrom: "2026-05-01" }),
      institutional(refused),
      institutional({ id: "missing", validFrom: "2026-09-01", answer: "not-found" }),
    ],
    is: "not-stated listed-no-report",
  },
  {
    why: "A refused label closes that label only.",
    of: provider("other"),
    given: [label({ label: "efqm" }), label(refused)],
    is: "recognised-label label",
  },
  {
    why: "A refused label closes the older award of the same label.",
    of: provider("other"),
    given: [label(), label(refused)],
    is: "not-stated not-listed",
  },
  {
    why: "A withdrawn certificate of one standard leaves that of another.",
    of: provider("other"),
    given: [certificate(), certificate({ ...refused, label: "iso-29993" })],
    is: "recognised-label certificate",
  },
  {
    why: "A high-level flag never becomes a positive mark.",
    given: [institutional({ flag: "high" })],
    is: "not-stated listed-no-report",
    says: ["high-flag institutional"],
  },
  {
    why: "A high-level flag on one report leaves another report alone.",
    given: [institutional({ id: "flagged", flag: "high" }), institutional()],
    is: "external-review-esg institution",
    says: ["high-flag flagged"],
  },
  {
    why: "A negative decision with a high-level flag is given as negative.",
    given: [institutional({ flag: "high", decision: "negative" })],
    is: "not-stated listed-no-report",
    says: ["negative institutional"],
  },
  {
    why: "A decision that is not applicable only informs.",
    given: [institutional({ decision: "not-applicable" })],
    is: "not-stated listed-no-report",
    says: ["informs-only institutional"],
  },
  {
    why: "One that only informs does not end a negative decision.",
    given: [
      institutional({ activity: "institutional-programme", validFrom: "2026-05-01" }),
      institutional(refused),
      institutional({ id: "informs", validFrom: "2026-09-01", decision: "not-applicable" }),
    ],
    is: "not-stated listed-no-report",
  },
  {
    why: "The provider's own word still speaks where every route is closed.",
    given: [institutional(refused), statement()],
    is: "self-declared",
    says: ["negative refused"],
  },
]);
