import path from "node:path";
import { z } from "zod";
import { invalid } from "./errors";

/** Everything Cairn reads from its environment. `.env.example` says what each is for. */
const settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  CAIRN_DATA: z.string().min(1).default(".data"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  CAIRN_TIME_ZONE: z
    .string()
    .refine(isTimeZone, "is not a time zone such as Europe/Helsinki")
    .default("Europe/Brussels"),
  CAIRN_OPERATOR: z.string().min(1).optional(),
  CAIRN_CONTACT: z.email().optional(),
  CAIRN_ENGINE: z.enum(["postgres"]).optional(),
  MEILI_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  MEILI_SEARCH_KEY: z.string().min(1).optional(),
  MEILI_WRITE_KEY: z.string().min(1).optional(),
  MEILI_MASTER_KEY: z.string().min(1).optional(),
  CAIRN_DEQAR_TOKEN: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug"]).default("info"),
});

export type Env = z.output<typeof settings> & { publicUrl: string };

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Parses the settings, or throws one error that names every fault; an empty variable counts as absent. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw invalid(`These settings cannot be used (.env.example explains each):\n${faults.join("\n")}`);
  }
  return { ...parsed.data, publicUrl: parsed.data.PUBLIC_URL ?? `http://localhost:${parsed.data.PORT}` };
}

let current: Env | undefined;

export function env(): Env {
  current ??= parseEnv(process.env);
  return current;
}

/**
 * What a process of its own has no business with: to go over the environment that it is given. Blank, not left out, since
 * it would read what is left out from `.env`.
 */
export const WITHHELD = {
  web: { DATABASE_OWNER_URL: "", MEILI_MASTER_KEY: "", MEILI_WRITE_KEY: "" },
  worker: { DATABASE_OWNER_URL: "", MEILI_MASTER_KEY: "", MEILI_SEARCH_KEY: "" },
} as const;

/** The folders in which programs are looked for. */
export function programFolders(): string[] {
  return (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
}

/** Flags of a command go over the environment, for this program and for those it starts. */
export function overrideEnv(flags: { PORT?: string | undefined; CAIRN_DATA?: string | undefined }): void {
  for (const [name, value] of Object.entries(flags)) if (value) process.env[name] = value;
  // Something may have asked for a setting before the flags were read.
  current = undefined;
}

/** For a program that is none of ours: where programs and temporary files are, and `extra`; nothing of our settings. */
export function bareEnv(extra: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, NODE_ENV } = process.env;
  return { PATH, HOME, TMPDIR, NODE_ENV, ...extra };
}

/** The environment for a child process: ours, with `extra` on top. */
export function childEnv(extra: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...extra };
}
