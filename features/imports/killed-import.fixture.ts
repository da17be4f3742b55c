import { connect } from "@/db/client";
import { DRAFTS } from "./drafts.fixture";
import { importCourses } from "./run-import";

// A program of its own, to be killed: imports a feed of drafts and says so when it begins to write.

const [url = "", address = "", source = "", today = ""] = process.argv.slice(2);
const { db, end } = connect(url);
await importCourses(
  db,
  DRAFTS,
  {
    format: "drafts",
    address,
    source,
    provider: null,
    isPartial: false,
    isDryRun: false,
    isConfirmed: false,
    isJson: false,
    dataDir: null,
  },
  {
    clock: () => new Date(),
    today,
    progress: () => {},
    ask: async () => {
      process.stdout.write("writing\n");
      return true;
    },
  },
);
await end();
