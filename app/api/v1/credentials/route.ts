import { addressOf } from "@/app/api/v1/address";
import { openPage, parsePage } from "@/app/api/v1/paging";
import { toOpenCredential } from "@/features/credentials/open-credential";
import { listCredentials } from "@/features/credentials/queries";
import { answer } from "@/lib/answers";

export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const page = parsePage(request.url);
    const { total, credentials } = await listCredentials(page);
    return openPage(
      request.url,
      page,
      total,
      credentials.map((credential) => toOpenCredential(credential, addressOf)),
    );
  });
}
