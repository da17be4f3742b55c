import type { OfferJudgement } from "@/features/judgements/view";
import type { Day } from "@/lib/dates";
import { countedValues } from "./counted-values";
import { type CourseParts, toCourseSummary, toRunViews, toSourceRef } from "./summary";
import type { CourseDetail } from "./view";

export function toCourseDetail(
  parts: CourseParts,
  judgement: OfferJudgement,
  today: Day,
  related: Pick<CourseDetail, "occupations" | "nearest">,
): CourseDetail {
  const { course, source } = parts;
  const counted = countedValues(parts);
  const allRuns = toRunViews(parts, today);
  return {
    ...toCourseSummary(parts, judgement, today),
    description: course.description,
    facts: course,
    outcomes: counted.outcomes,
    outcomesInherited: counted.inherited.outcomes,
    assessmentTypes: counted.assessmentTypes,
    targetGroups: course.targetGroups,
    learningSetting: course.learningSetting,
    type: course.type,
    homepage: course.homepage,
    allRuns,
    modes: [...new Set(allRuns.flatMap((run) => run.modes))],
    source: toSourceRef(source, course),
    ...related,
  };
}
