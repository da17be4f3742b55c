import { addressOf, movedTo } from "@/app/api/v1/address";
import { toOpenCourseDetail } from "@/features/courses/open-course";
import { findCourse } from "@/features/courses/queries";
import { toOpenCountsTowards } from "@/features/qualifications/open-qualification";
import { readCountsTowards } from "@/features/qualifications/queries";
import { answer, openJson } from "@/lib/answers";
import { notFound } from "@/lib/errors";

export function GET(request: Request, context: RouteContext<"/api/v1/courses/[id]">): Promise<Response> {
  return answer(request, async () => {
    const now = new Date();
    const found = await findCourse((await context.params).id, { now });
    if (!found) throw notFound("No course has this id or address");
    if (found.kind === "moved") return movedTo("course", found.slug);
    const { record } = found;
    const counts = await readCountsTowards({ kind: "course", id: record.id }, { now });
    return openJson({
      data: { ...toOpenCourseDetail(record, addressOf), ...toOpenCountsTowards(counts, addressOf) },
    });
  });
}
