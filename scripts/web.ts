import { runCommand } from "@/lib/command";
import { env } from "@/lib/env";
import { invalid } from "@/lib/errors";
import { requireFreePort } from "@/lib/processes";
import { serve } from "./portal";

// The web process of a production install: no database of its own, no migrations, no build.
runCommand(
  async () => {
    const { DATABASE_URL, PORT, HOST, MEILI_URL, MEILI_SEARCH_KEY } = env();
    if (!DATABASE_URL) throw invalid("npm run web needs DATABASE_URL; npm start brings its own database.");
    if (MEILI_URL && !MEILI_SEARCH_KEY) throw invalid("npm run web needs MEILI_SEARCH_KEY beside MEILI_URL.");
    await requireFreePort(PORT, HOST);
    const database = { appUrl: DATABASE_URL, isRunning: () => true };
    return serve("start", { database, search: { web: {} } });
  },
  { stopCode: 0 },
);
