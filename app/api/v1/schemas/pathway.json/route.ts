import { pathwayJsonSchema } from "@/features/curated-pathways/pathway-schema";
import { openJson } from "@/lib/answers";

export const GET = (): Response => openJson(pathwayJsonSchema());
