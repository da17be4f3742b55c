import type { CourseContent, CredentialLink } from "@/features/courses/schema";
import type { CredentialContent } from "@/features/credentials/schema";
import type { Rule } from "./rule";
import { warnOfLargeVolume } from "./workload";

/** An attendance certificate is not a micro-credential, whatever its source calls it. */
export const attendanceIsNoMicroCredential: Rule<CredentialContent> = (content, remark) => {
  if (content.kind !== "micro-credential" || content.assessment !== "attendance-only") return content;
  remark(
    "warn",
    "kind",
    "attendance-only",
    "It is given for attendance alone, so it comes in as a certificate of attendance, not as a micro-credential.",
  );
  return { ...content, kind: "certificate-of-attendance" };
};

export const microCredentialIsSmall: Rule<CredentialContent> = (content, remark) => {
  if (content.kind === "micro-credential") warnOfLargeVolume(content.ectsHundredths, remark);
  if (content.kind === "degree")
    remark("warn", "kind", "degree", "It is a degree: it comes in as that, not as a micro-credential.");
  return content;
};

/** Each credential once, and a count exactly where only some of its courses are needed. */
export const linksAreClear: Rule<CourseContent> = (content, remark) => {
  const distinct = new Map<string, CredentialLink>();
  for (const link of content.credentials)
    if (!distinct.has(link.credential)) distinct.set(link.credential, link);
  const credentials = [...distinct.values()].map((link) => withCount(link));
  if (!content.hasNoCredential || credentials.length === 0) return { ...content, credentials };
  remark(
    "warn",
    "credentials",
    "credential-contradiction",
    "It is said to lead to no credential, and a credential is named; the named one counts.",
  );
  return { ...content, credentials, hasNoCredential: false };
};

function withCount(link: CredentialLink): CredentialLink {
  if (link.needs !== "some") return { ...link, neededCount: null };
  const counts = link.neededCount !== null && Number.isInteger(link.neededCount) && link.neededCount > 0;
  return counts ? link : { ...link, needs: "all", neededCount: null };
}
