// Loaded before each program a person types: TypeScript, and the settings of `.env`, which never override the real ones.
import "tsx";
import { existsSync } from "node:fs";

if (existsSync(".env")) process.loadEnvFile();
