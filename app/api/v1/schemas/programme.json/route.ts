import { programmeJsonSchema } from "@/features/pathways/programme-file";
import { openJson } from "@/lib/answers";

export const GET = (): Response => openJson(programmeJsonSchema());
