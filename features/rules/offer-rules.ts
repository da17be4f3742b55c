import type { CourseContent } from "@/features/courses/schema";
import type { CredentialContent } from "@/features/credentials/schema";
import type { Draft, Note } from "@/features/exchange/draft";
import type { ProviderContent } from "@/features/providers/schema";
import { applyAddressesArePublic, faultOfAddress, homepageIsPublic } from "./addresses";
import { assessmentIsOne, courseCodesAreKnown, fieldsAreKnown } from "./codes";
import { attendanceIsNoMicroCredential, linksAreClear, microCredentialIsSmall } from "./leads-to";
import { cycleMatchesLevel, eqfIsALevel, nqfIsAnAddress, outsideFrameworkHasNoLevel } from "./levels";
import { outcomesAreStated } from "./outcomes";
import { countryIsKnown, identifiersAreDistinct, regionIsInCountry } from "./providers";
import { type Facts, type Finding, follow, type Rule } from "./rule";
import { runsArePossible } from "./runs";
import { isNotTooLong, named, textsIn } from "./texts";
import {
  courseIsOfSmallVolume,
  creditsArePossible,
  durationIsPossible,
  hoursArePossible,
  hoursFitCredits,
} from "./workload";

/** A longer id names nothing, and no index holds it. */
const LONGEST_ID = 500;

const PROVIDER_RULES: readonly Rule<ProviderContent>[] = [
  isNotTooLong,
  named("legalName"),
  countryIsKnown,
  regionIsInCountry,
  homepageIsPublic,
  identifiersAreDistinct,
];

const CREDENTIAL_RULES: readonly Rule<CredentialContent>[] = [
  isNotTooLong,
  named("title"),
  textsIn("description", "prerequisites", "qualityAssurance", "validity"),
  homepageIsPublic,
  fieldsAreKnown,
  eqfIsALevel,
  cycleMatchesLevel,
  nqfIsAnAddress,
  outsideFrameworkHasNoLevel,
  creditsArePossible,
  hoursArePossible,
  hoursFitCredits,
  assessmentIsOne,
  attendanceIsNoMicroCredential,
  microCredentialIsSmall,
  outcomesAreStated,
];

const COURSE_RULES: readonly Rule<CourseContent>[] = [
  isNotTooLong,
  named("title"),
  textsIn("summary", "description", "prerequisites"),
  homepageIsPublic,
  applyAddressesArePublic,
  fieldsAreKnown,
  courseCodesAreKnown,
  eqfIsALevel,
  cycleMatchesLevel,
  nqfIsAnAddress,
  creditsArePossible,
  hoursArePossible,
  hoursFitCredits,
  courseIsOfSmallVolume,
  durationIsPossible,
  assessmentIsOne,
  linksAreClear,
  outcomesAreStated,
  runsArePossible,
];

/** Every rule for a record of its kind: the draft as it may come in, and a note for each finding. */
export function applyRules(draft: Draft, facts: Facts): { draft: Draft; notes: Note[] } {
  const { ruled, findings } = ruleContent(draft, facts);
  const notes = [...findings, ...identityFindings(draft)].map((finding) => ({
    kind: draft.kind,
    record: draft.externalId,
    ...finding,
  }));
  return { draft: { ...ruled, sourceUrl: publicOrNull(draft.sourceUrl) }, notes };
}

function ruleContent(draft: Draft, facts: Facts): { ruled: Draft; findings: Finding[] } {
  if (draft.kind === "provider") {
    const { content, findings } = follow(PROVIDER_RULES, draft.content, facts);
    return { ruled: { ...draft, content }, findings };
  }
  if (draft.kind === "credential") {
    const { content, findings } = follow(CREDENTIAL_RULES, draft.content, facts);
    return { ruled: { ...draft, content }, findings };
  }
  const { content, findings } = follow(COURSE_RULES, draft.content, facts);
  return { ruled: { ...draft, content }, findings };
}

function identityFindings({ externalId }: Draft): Finding[] {
  if (externalId !== "" && externalId.length <= LONGEST_ID) return [];
  return [
    {
      field: null,
      rule: "id-range",
      severity: "refuse",
      message: `Its id is empty or longer than ${LONGEST_ID} characters. Give it one by which it can be found again.`,
    },
  ];
}

/** The link to the record at its source is the feed's own affair: a bad one is no fault of the offer. */
const publicOrNull = (address: string | null): string | null =>
  address !== null && faultOfAddress(address) === null ? address : null;
