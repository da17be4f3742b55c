import { makeKeys } from "@/features/search-server/keys";
import { runCommand } from "@/lib/command";
import { env } from "@/lib/env";
import { invalid } from "@/lib/errors";

// Makes the two keys with which the portal works, or finds them, and prints them as lines for the settings.
runCommand(async () => {
  const { MEILI_URL, MEILI_MASTER_KEY } = env();
  if (!MEILI_URL || !MEILI_MASTER_KEY)
    throw invalid("npm run search-keys needs MEILI_URL and MEILI_MASTER_KEY.");
  const { searchKey, writeKey } = await makeKeys({ url: MEILI_URL, masterKey: MEILI_MASTER_KEY });
  console.log(`MEILI_SEARCH_KEY=${searchKey}\nMEILI_WRITE_KEY=${writeKey}`);
  return 0;
});
