CREATE TABLE "record_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "record_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"kind" text NOT NULL,
	"record_id" uuid NOT NULL,
	"change" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "record_changes_kind_check" CHECK ("record_changes"."kind" in ('course', 'credential', 'provider')),
	CONSTRAINT "record_changes_change_check" CHECK ("record_changes"."change" in ('written', 'removed', 'indexed'))
);
--> statement-breakpoint
CREATE TABLE "search_copies" (
	"engine" text PRIMARY KEY NOT NULL,
	"settings_hash" text NOT NULL,
	"seen_xid" "xid8" NOT NULL,
	"seen_id" bigint NOT NULL,
	"rebuilt_courses" bigint,
	"rebuild_total" bigint,
	"swept_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_terms" (
	"term" text COLLATE "C" PRIMARY KEY NOT NULL,
	"course_count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unanswered_searches" (
	"day" date NOT NULL,
	"locale" text NOT NULL,
	"words" text NOT NULL,
	"filters" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "unanswered_searches_pkey" PRIMARY KEY("day","locale","words","filters")
);
--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- Rows of an earlier version have no hash until they are built again, which the portal does when it starts.
ALTER TABLE "search_documents" ALTER COLUMN "hash" DROP DEFAULT;--> statement-breakpoint
CREATE INDEX "record_changes_order_idx" ON "record_changes" USING btree ("xid","id");--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;--> statement-breakpoint
CREATE INDEX "search_terms_trigrams_idx" ON "search_terms" USING gin ("term" gin_trgm_ops);--> statement-breakpoint
INSERT INTO "search_terms" ("term", "course_count") SELECT word, ndoc FROM ts_stat('select words from search_documents');--> statement-breakpoint
-- Whoever reads the changes has seen a row once and for all.
CREATE FUNCTION refuse_change_of_record_changes() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception 'Rows of record_changes are only ever added' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
CREATE TRIGGER record_changes_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON "record_changes"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_record_changes();
