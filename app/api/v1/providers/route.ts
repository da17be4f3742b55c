import { addressOf } from "@/app/api/v1/address";
import { openPage, parsePage } from "@/app/api/v1/paging";
import { toOpenProvider } from "@/features/providers/open-provider";
import { listProviders } from "@/features/providers/queries";
import { answer } from "@/lib/answers";

export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const page = parsePage(request.url);
    const { total, providers } = await listProviders(page);
    return openPage(
      request.url,
      page,
      total,
      providers.map((provider) => toOpenProvider(provider, addressOf)),
    );
  });
}
