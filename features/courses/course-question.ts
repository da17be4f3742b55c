import { statementOf } from "@/features/judgements/statement";
import type { CourseQuestion } from "@/features/judgements/view";
import { countedValues, soleCredential } from "./counted-values";
import type { CourseParts } from "./summary";

/** What of a course its verdicts follow from, beside the evidence. A withdrawn credential lends nothing. */
export function courseQuestion(parts: CourseParts): CourseQuestion {
  const { course, provider, links } = parts;
  const { eqf, nqf, cycle, isOutsideFramework, ectsHundredths } = countedValues(parts);
  const level = { eqf, nqf, cycle, isOutsideFramework };
  const sole = soleCredential(links);
  const bodies = links
    .filter(({ credential }) => credential.status === "published")
    .flatMap(({ awardingBodies }) => awardingBodies.map(({ id }) => id));
  return {
    subject: {
      kind: "course",
      id: course.id,
      provider: provider.id,
      providerKind: provider.kind,
      credential: sole?.credential.id ?? null,
      awardingBodies: [...new Set(bodies)],
      level,
    },
    level,
    workload: {
      ectsHundredths,
      hoursMin: course.hoursMin,
      hoursMax: course.hoursMax,
      country: provider.country,
    },
    statement: sole && statementOf(sole.credential, sole.sourceName),
  };
}
