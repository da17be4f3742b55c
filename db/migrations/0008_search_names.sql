-- In partitions by kind, which the schema in TypeScript cannot say: each has its own index and its own statistics.
CREATE TABLE "search_names" (
	"kind" text NOT NULL,
	"record_id" uuid NOT NULL,
	"language" char(2) NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "search_names_pkey" PRIMARY KEY("kind","record_id","language"),
	CONSTRAINT "search_names_kind_check" CHECK ("search_names"."kind" in ('course', 'credential', 'provider', 'skill', 'occupation'))
) PARTITION BY LIST ("kind");
--> statement-breakpoint
CREATE TABLE "search_names_course" PARTITION OF "search_names" FOR VALUES IN ('course');--> statement-breakpoint
CREATE TABLE "search_names_credential" PARTITION OF "search_names" FOR VALUES IN ('credential');--> statement-breakpoint
CREATE TABLE "search_names_provider" PARTITION OF "search_names" FOR VALUES IN ('provider');--> statement-breakpoint
CREATE TABLE "search_names_skill" PARTITION OF "search_names" FOR VALUES IN ('skill');--> statement-breakpoint
CREATE TABLE "search_names_occupation" PARTITION OF "search_names" FOR VALUES IN ('occupation');--> statement-breakpoint
CREATE INDEX "search_names_name_idx" ON "search_names" USING btree ("kind","name");--> statement-breakpoint
CREATE INDEX "search_names_words_idx" ON "search_names" USING gin ("words") WITH (gin_pending_list_limit=512);
