import pino from "pino";
import { env } from "./env";

/** JSON lines on standard output. Callers log a path, never a query string: what people search for is theirs. */
export const log = pino({ level: env().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });
