import { runCommand } from "@/lib/command";
import { env } from "@/lib/env";
import { invalid } from "@/lib/errors";
import { requireFreePort } from "@/lib/processes";
import { serve } from "./portal";

// The web process of a production install: no database of its own, no migrations, no build.
runCommand(
  async () => {
    const { DATABASE_URL, PORT, HOST } = env();
    if (!DATABASE_URL) throw invalid("npm run web needs DATABASE_URL; npm start brings its own database.");
    await requireFreePort(PORT, HOST);
    return serve("start", { appUrl: DATABASE_URL, isRunning: () => true });
  },
  { stopCode: 0 },
);
