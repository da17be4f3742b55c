import { addressOf } from "@/app/api/v1/address";
import { openPage, parsePage } from "@/app/api/v1/paging";
import { toOpenQualification } from "@/features/qualifications/open-qualification";
import { listQualifications } from "@/features/qualifications/queries";
import { answer } from "@/lib/answers";

export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const page = parsePage(request.url);
    const { total, qualifications } = await listQualifications(page, { now: new Date() });
    return openPage(
      request.url,
      page,
      total,
      qualifications.map((qualification) => toOpenQualification(qualification, addressOf)),
    );
  });
}
