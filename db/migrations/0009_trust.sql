CREATE TABLE "instruments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"series" text NOT NULL,
	"version" integer NOT NULL,
	"name_lo" text NOT NULL,
	"name_en" text NOT NULL,
	"scale" text NOT NULL,
	"wording" text NOT NULL,
	"source" text,
	"consent" jsonb NOT NULL,
	"labels" jsonb NOT NULL,
	"items" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "instruments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "trust_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"instrument_id" uuid NOT NULL,
	"exposure" text,
	"sex" text,
	"age_band" text,
	"ethnic_group_id" text,
	"item_values" smallint[] NOT NULL,
	"score" double precision,
	"released" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "trust_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "trust_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"round_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"declined" integer,
	"sha256" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "trust_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "trust_rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"instrument_id" uuid NOT NULL,
	"wave" text NOT NULL,
	"start_date" date NOT NULL,
	"end_date" date,
	"interviewer" text NOT NULL,
	"language" text,
	"workshop_id" uuid,
	"exposure_groups" jsonb NOT NULL,
	"planned" integer,
	"closed" boolean
);
--> statement-breakpoint
ALTER TABLE "trust_rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "trust_taken" (
	"batch_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "trust_taken" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "instruments_version" ON "instruments" USING btree ("series","version");--> statement-breakpoint
CREATE INDEX "trust_answers_round" ON "trust_answers" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "trust_answers_district" ON "trust_answers" USING btree ("district_id","village_id");--> statement-breakpoint
CREATE INDEX "trust_batches_round" ON "trust_batches" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "trust_rounds_village" ON "trust_rounds" USING btree ("village_id");--> statement-breakpoint
CREATE INDEX "trust_rounds_district" ON "trust_rounds" USING btree ("district_id");--> statement-breakpoint
CREATE POLICY "instruments_read" ON "instruments" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "instruments_write" ON "instruments" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin()) or (select app_national_writer())) WITH CHECK ((select app_admin()) or (select app_national_writer()));--> statement-breakpoint
CREATE POLICY "trust_answers_nobody" ON "trust_answers" AS PERMISSIVE FOR ALL TO "connect_app" USING (false) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "trust_batches_scope" ON "trust_batches" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "trust_batches_nation" ON "trust_batches" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "trust_rounds_scope" ON "trust_rounds" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "trust_rounds_nation" ON "trust_rounds" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "trust_taken_nobody" ON "trust_taken" AS PERMISSIVE FOR ALL TO "connect_app" USING (false) WITH CHECK (false);