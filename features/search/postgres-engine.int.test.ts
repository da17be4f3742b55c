import { searchContract } from "@/tests/search-contract";
import { postgresEngine } from "./postgres-engine";

searchContract(postgresEngine);
