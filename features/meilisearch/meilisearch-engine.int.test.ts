import { eachServer } from "@/tests/meilisearch-server";
import { searchContract } from "@/tests/search-contract";
import { copiedEngine } from "./copied-engine.fixture";

eachServer((server) => searchContract((db) => copiedEngine(db, server)));
