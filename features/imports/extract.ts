import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { InputFile } from "@/features/exchange/draft";
import { hasCode, invalid } from "@/lib/errors";
import { fetchPublic, type Network } from "@/lib/http";
import type { Progress } from "@/lib/progress";

const MEBIBYTE = 1024 * 1024;

export interface FeedLimits {
  fileBytes: number;
  totalBytes: number;
  files: number;
}

const LIMITS: FeedLimits = { fileBytes: 64 * MEBIBYTE, totalBytes: 512 * MEBIBYTE, files: 20_000 };

const WEB_ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * The bytes of a feed: of one file, of the files of a folder that end in one of the extensions (by name, folders
 * within included, links and hidden files not), or of a web address.
 * @throws invalid where there is nothing to read, or more than the limits allow
 */
export async function readFeed(
  address: string,
  extensions: readonly string[],
  { progress, network, limits = {} }: { progress: Progress; network?: Network; limits?: Partial<FeedLimits> },
): Promise<InputFile[]> {
  const within = { ...LIMITS, ...limits };
  if (WEB_ADDRESS.test(address)) return [await download(address, within, network)];
  const isFolder = await lookAt(address);
  const names = isFolder ? await namesIn(address, extensions, within) : [""];
  const files: InputFile[] = [];
  let total = 0;
  for (const name of names) {
    const file = path.join(address, name);
    const { size } = await stat(file);
    total += size;
    if (size > within.fileBytes)
      throw invalid(`${file} is larger than ${within.fileBytes / MEBIBYTE} MiB: split it`);
    if (total > within.totalBytes)
      throw invalid(
        `${address} holds more than ${within.totalBytes / MEBIBYTE} MiB: import it in parts, with --partial`,
      );
    files.push({ name: name || path.basename(address), bytes: await readFile(file) });
    progress("Reading files", files.length, names.length);
  }
  return files;
}

async function download(address: string, limits: FeedLimits, network?: Network): Promise<InputFile> {
  const { url, bytes } = await fetchPublic(address, { limits: { bytes: limits.fileBytes }, network });
  return { name: path.posix.basename(new URL(url).pathname) || "feed", bytes };
}

/** True for a folder, false for a file. */
async function lookAt(address: string): Promise<boolean> {
  try {
    const found = await stat(address);
    if (found.isDirectory()) return true;
    if (found.isFile()) return false;
  } catch (error) {
    if (hasCode(error, "EACCES")) throw invalid(`${address} may not be read by you`);
    if (!hasCode(error, "ENOENT", "ENOTDIR", "ENAMETOOLONG")) throw error;
    throw invalid(`There is no file or folder ${address}`);
  }
  throw invalid(`${address} is neither a file nor a folder`);
}

async function namesIn(
  folder: string,
  extensions: readonly string[],
  { files: most }: FeedLimits,
): Promise<string[]> {
  const names: string[] = [];
  const visit = async (inner: string): Promise<void> => {
    for (const entry of await readdir(path.join(folder, inner), { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const name = path.posix.join(inner, entry.name);
      if (entry.isDirectory()) await visit(name);
      else if (entry.isFile() && extensions.includes(path.extname(entry.name).toLowerCase()))
        names.push(name);
      if (names.length > most)
        throw invalid(`${folder} holds more than ${most} files: import it in parts, with --partial`);
    }
  };
  await visit("");
  return names.sort();
}
