CREATE TABLE "search_bits" (
	"value_id" integer NOT NULL,
	"facet" text NOT NULL,
	"chunk" integer NOT NULL,
	"plane" integer NOT NULL,
	"bits" bit(8192) NOT NULL,
	CONSTRAINT "search_bits_pkey" PRIMARY KEY("value_id","chunk","plane")
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"ordinal" integer PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"words" "tsvector" NOT NULL,
	"cell_values" integer[] NOT NULL,
	"cell_planes" integer[] NOT NULL,
	"fresh_from" date,
	"changes_on" date,
	CONSTRAINT "search_documents_course_key" UNIQUE("course_id")
);
--> statement-breakpoint
CREATE TABLE "search_keys" (
	"ordinal" integer PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"start_on" date,
	"ects_hundredths" integer,
	"euro_cents" integer,
	"published_at" timestamp with time zone NOT NULL,
	"provider_value" integer NOT NULL,
	"skill_values" integer[] NOT NULL,
	CONSTRAINT "search_keys_course_key" UNIQUE("course_id")
);
--> statement-breakpoint
CREATE TABLE "search_values" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_values_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"facet" text NOT NULL,
	"value" text NOT NULL,
	"course_count" integer NOT NULL,
	CONSTRAINT "search_values_value_key" UNIQUE("facet","value")
);
--> statement-breakpoint
CREATE INDEX "search_bits_facet_idx" ON "search_bits" USING btree ("facet","plane","chunk");--> statement-breakpoint
CREATE INDEX "search_documents_words_idx" ON "search_documents" USING gin ("words") WITH (gin_pending_list_limit=512);--> statement-breakpoint
CREATE INDEX "search_documents_fresh_idx" ON "search_documents" USING btree ("fresh_from");--> statement-breakpoint
CREATE INDEX "search_documents_changes_idx" ON "search_documents" USING btree ("changes_on");
