import { exportCourses } from "@/features/csv/queries";
import { listFoundIds } from "@/features/finding/queries";
import { parseSearchParams } from "@/features/search/schema";
import { answer, csvFile } from "@/lib/answers";

export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const { params } = parseSearchParams(new URL(request.url).searchParams);
    const ids = await listFoundIds(params, { now: new Date() });
    const lines = exportCourses(ids);
    const encoder = new TextEncoder();
    return csvFile(
      "courses.csv",
      new ReadableStream({
        async pull(controller) {
          const { done, value } = await lines.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        },
        async cancel() {
          await lines.return(undefined);
        },
      }),
    );
  });
}
