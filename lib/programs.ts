import { accessSync, constants } from "node:fs";
import path from "node:path";
import { programFolders } from "./env";

/** The path of a program that a person can run by its name; null: there is none. */
export function findProgram(name: string, folders: readonly string[] = programFolders()): string | null {
  return folders.map((folder) => path.join(folder, name)).find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
