import { institutional, registration } from "@/features/evidence/evidence.fixture";
import { describeTrust, provider } from "./trust-case.fixture";

const of = provider();
/** Read on 1 March 2026, corrected on 1 September: the end was another day. */
const first = institutional({
  id: "first",
  enteredOn: "2026-03-01",
  validTo: "2026-12-31",
  supersededBy: "second",
  supersededOn: "2026-09-01",
});
const second = institutional({
  id: "second",
  enteredOn: "2026-09-01",
  validTo: "2026-10-31",
  supersedes: "first",
});
const corrected = [first, second];

describeTrust("as of a day", [
  {
    why: "On a day on which the first row stood, it speaks.",
    of,
    given: corrected,
    at: "2026-06-01",
    is: "external-review-esg institution",
    changesOn: "2027-01-01",
    says: ["counts-institution first"],
  },
  {
    why: "From the day of the correction the correction speaks, and the first row is silent.",
    of,
    given: corrected,
    at: "2026-09-01",
    is: "external-review-esg institution",
    changesOn: "2026-11-01",
    says: ["counts-institution second"],
  },
  {
    why: "After the corrected end it has lapsed, though the first row said otherwise.",
    of,
    given: corrected,
    at: "2026-11-01",
    is: "not-stated listed-no-report",
    says: ["expired second"],
  },
  {
    why: "A correction that is still to come is no change that can be foreseen.",
    of,
    given: corrected,
    at: "2026-08-31",
    is: "external-review-esg institution",
    changesOn: "2027-01-01",
  },
  {
    why: "For a day before anything was entered, the first row answers by its own dates.",
    of,
    given: corrected,
    at: "2025-06-01",
    is: "external-review-esg institution",
    says: ["counts-institution first"],
    reading: "So 'as of a day' can be answered for any day; a correction speaks only from its day on.",
  },
  {
    why: "For a day before its own first day, a record does not count, whenever it was entered.",
    of,
    given: corrected,
    at: "2024-12-31",
    is: "not-stated listed-no-report",
    changesOn: "2025-01-01",
    says: ["not-yet-valid first"],
  },
  {
    why: "A report that ended years ago counted then.",
    of,
    given: [institutional({ validFrom: "2018-10-01", validTo: "2024-09-30" })],
    at: "2024-09-30",
    is: "external-review-esg institution",
    changesOn: "2024-10-01",
  },
  {
    why: "For a day to come, what stands today is taken forward.",
    of,
    given: [registration({ validTo: "2027-02-28" })],
    at: "2027-03-01",
    is: "not-stated not-listed",
    says: ["expired registration"],
  },
  {
    why: "A row that was corrected twice speaks between its two days.",
    of,
    given: [
      first,
      { ...second, supersededBy: "third", supersededOn: "2026-10-01" },
      institutional({ id: "third", enteredOn: "2026-10-01", supersedes: "second", flag: "high" }),
    ],
    at: "2026-10-01",
    is: "not-stated listed-no-report",
    says: ["high-flag third"],
  },
  {
    why: "Corrected and corrected again on one day: only the last one speaks.",
    of,
    given: [
      first,
      { ...second, supersededBy: "third", supersededOn: "2026-09-01" },
      institutional({ id: "third", enteredOn: "2026-09-01", supersedes: "second" }),
    ],
    at: "2026-09-01",
    is: "external-review-esg institution",
    says: ["counts-institution third"],
  },
]);
