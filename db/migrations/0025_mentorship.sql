CREATE TABLE "dialogues" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"date" date NOT NULL,
	"chair" text NOT NULL,
	"venue" text,
	"villages" integer,
	"women" integer,
	"men" integer,
	"agenda" jsonb,
	"decisions" jsonb,
	"note" text,
	"next_date" date
);
--> statement-breakpoint
ALTER TABLE "dialogues" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"session_id" uuid NOT NULL,
	"checklist_id" uuid NOT NULL,
	"mentee_id" uuid,
	"facility_id" uuid NOT NULL,
	"date" date NOT NULL,
	"finished" boolean,
	"note" text,
	"marks" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assessments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "checklists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"tool" text NOT NULL,
	"series" text NOT NULL,
	"version" integer NOT NULL,
	"name_lo" text NOT NULL,
	"name_en" text NOT NULL,
	"wording" text NOT NULL,
	"source" text,
	"pass_percent" integer NOT NULL,
	"sections" jsonb NOT NULL,
	"items" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "checklists" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mentee_statuses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"mentee_id" uuid NOT NULL,
	"status" text NOT NULL,
	"date" date NOT NULL,
	"reason" text,
	"until_date" date
);
--> statement-breakpoint
ALTER TABLE "mentee_statuses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mentees" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"name" text NOT NULL,
	"profession" text NOT NULL,
	"facility_id" uuid NOT NULL,
	"mentor_id" uuid,
	"track" text NOT NULL,
	"from_date" date NOT NULL,
	"replaces_id" uuid,
	"status" text DEFAULT 'active' NOT NULL,
	"status_date" date,
	"status_until" date
);
--> statement-breakpoint
ALTER TABLE "mentees" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mentoring_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"start_date" date NOT NULL,
	"end_date" date,
	"venue" text NOT NULL,
	"facility_id" uuid,
	"mentor_ids" jsonb,
	"cost_kip" bigint,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "mentoring_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mentors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"profession" text NOT NULL,
	"facility_id" uuid,
	"from_date" date NOT NULL,
	"to_date" date
);
--> statement-breakpoint
ALTER TABLE "mentors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "next_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"session_id" uuid NOT NULL,
	"mentee_id" uuid,
	"facility_id" uuid,
	"item_code" text,
	"what" text NOT NULL,
	"lead" text NOT NULL,
	"date" date NOT NULL,
	"due" date,
	"status" text NOT NULL,
	"status_date" date,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "next_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "trainings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"topic" text NOT NULL,
	"title" text,
	"facility_id" uuid,
	"date" date NOT NULL,
	"days" integer,
	"attendees" jsonb,
	"scores" jsonb,
	"refresher_due" date,
	"refreshes_id" uuid,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "trainings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "instructions" ADD COLUMN "dialogue_id" uuid;--> statement-breakpoint
CREATE INDEX "dialogues_district" ON "dialogues" USING btree ("district_id","date");--> statement-breakpoint
CREATE INDEX "assessments_district" ON "assessments" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "assessments_mentee" ON "assessments" USING btree ("mentee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "checklists_version" ON "checklists" USING btree ("series","version");--> statement-breakpoint
CREATE INDEX "mentee_statuses_district" ON "mentee_statuses" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "mentee_statuses_mentee" ON "mentee_statuses" USING btree ("mentee_id");--> statement-breakpoint
CREATE INDEX "mentees_district" ON "mentees" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "mentoring_sessions_district" ON "mentoring_sessions" USING btree ("district_id","start_date");--> statement-breakpoint
CREATE INDEX "mentors_district" ON "mentors" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "next_steps_district" ON "next_steps" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "trainings_district" ON "trainings" USING btree ("district_id","date");--> statement-breakpoint
CREATE POLICY "dialogues_scope" ON "dialogues" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "dialogues_nation" ON "dialogues" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "assessments_mentorship" ON "assessments" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_mentorship_districts())::uuid[])) WITH CHECK (district_id = any((select app_mentorship_districts())::uuid[]));--> statement-breakpoint
CREATE POLICY "checklists_read" ON "checklists" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "checklists_write" ON "checklists" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin()) or (select app_national_writer())) WITH CHECK ((select app_admin()) or (select app_national_writer()));--> statement-breakpoint
CREATE POLICY "mentee_statuses_mentorship" ON "mentee_statuses" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_mentorship_districts())::uuid[])) WITH CHECK (district_id = any((select app_mentorship_districts())::uuid[]));--> statement-breakpoint
CREATE POLICY "mentees_mentorship" ON "mentees" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_mentorship_districts())::uuid[])) WITH CHECK (district_id = any((select app_mentorship_districts())::uuid[]));--> statement-breakpoint
CREATE POLICY "mentoring_sessions_mentorship" ON "mentoring_sessions" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_mentorship_districts())::uuid[])) WITH CHECK (district_id = any((select app_mentorship_districts())::uuid[]));--> statement-breakpoint
CREATE POLICY "mentors_mentorship" ON "mentors" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_mentorship_districts())::uuid[])) WITH CHECK (district_id = any((select app_mentorship_districts())::uuid[]));--> statement-breakpoint
CREATE POLICY "next_steps_mentorship" ON "next_steps" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_mentorship_districts())::uuid[])) WITH CHECK (district_id = any((select app_mentorship_districts())::uuid[]));--> statement-breakpoint
CREATE POLICY "trainings_scope" ON "trainings" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "trainings_nation" ON "trainings" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));