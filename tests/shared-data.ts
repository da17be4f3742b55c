import { existsSync } from "node:fs";
import path from "node:path";

const SHARED_DATA = path.join(import.meta.dirname, "../../shared/data");

/** A file or folder of real feeds that lie beside the checkout; null where they are absent, and the test skips. */
export function sharedData(name: string): string | null {
  const found = path.join(SHARED_DATA, name);
  return existsSync(found) ? found : null;
}
