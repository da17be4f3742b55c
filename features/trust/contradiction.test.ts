import {
  institutional,
  listing,
  OF_BODY,
  programme,
  registration,
} from "@/features/evidence/evidence.fixture";
import { course, describeTrust, provider } from "./trust-case.fixture";

const other = { answer: "other-name", nameInRegister: "Another Sample University", listedAs: null } as const;
const claimed = { subjectIdentifier: "DEQARINST0001" } as const;

describeTrust("an identifier that belongs to somebody else", [
  {
    why: "A claimed DEQAR identifier that belongs to another name is said, and lists nobody.",
    of: provider(),
    given: [listing(other)],
    is: "not-stated not-listed",
    says: ["identifier-of-another listing"],
  },
  {
    why: "What was found under that identifier does not count.",
    of: provider(),
    given: [listing(other), institutional(claimed)],
    is: "not-stated not-listed",
    says: ["identifier-of-another listing", "identifier-of-another institutional"],
  },
  {
    why: "A record under another identifier of the same provider still counts.",
    of: provider(),
    given: [listing(other), institutional({ subjectIdentifier: "DEQARINST0002" })],
    is: "external-review-esg institution",
    says: ["identifier-of-another listing"],
  },
  {
    why: "A record without any identifier is not drawn into it.",
    of: provider(),
    given: [listing(other), institutional()],
    is: "external-review-esg institution",
    reading: "Only records that were found by the contested identifier fall with it.",
  },
  {
    why: "A newer answer that finds the provider settles it.",
    of: provider(),
    given: [
      listing({ ...other, id: "earlier", enteredOn: "2026-05-01" }),
      listing({ enteredOn: "2026-06-01" }),
      institutional(claimed),
    ],
    is: "external-review-esg institution",
    says: ["identifier-of-another earlier"],
  },
  {
    why: "A newer answer that names somebody else unsettles it.",
    of: provider(),
    given: [
      listing({ id: "earlier", enteredOn: "2026-05-01" }),
      listing({ ...other, enteredOn: "2026-06-01" }),
      institutional(claimed),
    ],
    is: "not-stated not-listed",
    says: ["identifier-of-another institutional"],
  },
  {
    why: "To read the earlier answer again is no newer answer.",
    of: provider(),
    given: [
      listing({ ...other, id: "earlier", enteredOn: "2026-05-01", retrievedOn: "2026-11-01" }),
      listing({ enteredOn: "2026-06-01" }),
      institutional(claimed),
    ],
    is: "external-review-esg institution",
    reading: "A feed that is read again and says the same changes no verdict.",
  },
  {
    why: "Of two answers of one day the one that names somebody else is heard.",
    of: provider(),
    given: [listing({ id: "same-day" }), listing(other), institutional(claimed)],
    is: "not-stated not-listed",
    reading: "In doubt a mark is not given.",
  },
  {
    why: "The same identifier claimed by another provider is that provider's affair.",
    of: provider("higher-education", "body"),
    given: [listing(other), institutional({ ...claimed, subject: OF_BODY })],
    is: "external-review-esg institution",
  },
  {
    why: "A course of the provider loses the route, and the awarding body's speaks.",
    given: [listing(other), institutional(claimed), institutional({ id: "of-body", subject: OF_BODY })],
    is: "external-review-esg institution",
    body: "awarding-body body",
    says: ["identifier-of-another institutional"],
  },
  {
    why: "A contested identifier of the provider leaves a programme report alone.",
    given: [listing(other), programme()],
    is: "external-review-esg programme",
  },
  {
    why: "A national register that has the number under another name does not authorise.",
    of: provider("other"),
    given: [registration({ ...other, subjectIdentifier: "1234567-8" })],
    is: "not-stated not-listed",
    says: ["identifier-of-another registration"],
  },
  {
    why: "A national register that does not have the number does not authorise.",
    of: provider("other"),
    given: [registration({ answer: "not-found" })],
    is: "out-of-scope",
    says: ["not-in-register registration"],
  },
  {
    why: "A negative decision that was found by the contested identifier closes nothing: it is somebody else's.",
    of: provider(),
    given: [
      listing(other),
      institutional(),
      institutional({ ...claimed, id: "refused", decision: "negative", validFrom: "2026-03-01" }),
    ],
    is: "external-review-esg institution",
    says: ["identifier-of-another refused"],
  },
  {
    why: "A contradiction is a record: a course at EQF 3 with one is no longer out of scope.",
    of: course({ level: { eqf: 3, nqf: null, cycle: null } }),
    given: [listing(other)],
    is: "not-stated not-listed",
    reading: "Only the plain answer 'not found' is the absence of a record.",
  },
]);
