CREATE TABLE "search_words" (
	"ordinal" integer PRIMARY KEY NOT NULL,
	"words" "tsvector" NOT NULL,
	"title_words" "tsvector" GENERATED ALWAYS AS (ts_filter(words, '{a}')) STORED NOT NULL
);
--> statement-breakpoint
-- Words out of line and as they are, the rest in the row: the rows of 100,000 courses are 15 MB.
ALTER TABLE "search_words" ALTER COLUMN "words" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "search_words" ALTER COLUMN "title_words" SET STORAGE PLAIN;--> statement-breakpoint
ALTER TABLE "search_words" SET (toast_tuple_target = 128);--> statement-breakpoint
INSERT INTO "search_words" ("ordinal", "words") SELECT "ordinal", "words" FROM "search_documents" ORDER BY "ordinal";--> statement-breakpoint
DROP INDEX "search_documents_words_idx";--> statement-breakpoint
CREATE INDEX "search_words_words_idx" ON "search_words" USING gin ("words") WITH (gin_pending_list_limit=512);--> statement-breakpoint
CREATE INDEX "search_words_title_idx" ON "search_words" USING gin ("title_words") WITH (gin_pending_list_limit=512);--> statement-breakpoint
-- By the index alone: the planner does not know what it costs to fetch words out of line, and would read those of all courses
-- to find a frequent one.
CREATE FUNCTION "search_ordinals"("asked" tsquery) RETURNS SETOF integer LANGUAGE sql STABLE SET enable_seqscan = off
	AS $$ SELECT ordinal FROM public.search_words WHERE words @@ asked $$;--> statement-breakpoint
CREATE FUNCTION "search_title_ordinals"("asked" tsquery) RETURNS SETOF integer LANGUAGE sql STABLE SET enable_seqscan = off
	AS $$ SELECT ordinal FROM public.search_words WHERE title_words @@ asked $$;
