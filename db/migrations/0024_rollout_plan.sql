CREATE TABLE "facilitator_trainings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"facilitator_id" uuid NOT NULL,
	"date" date NOT NULL,
	"topic" text NOT NULL,
	"venue" text,
	"days" integer
);
--> statement-breakpoint
ALTER TABLE "facilitator_trainings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "facilitators" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"name" text NOT NULL,
	"office" text NOT NULL,
	"from_date" date,
	"to_date" date,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "facilitators" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rollout_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"year" integer NOT NULL,
	"module" text NOT NULL,
	"level" text NOT NULL,
	"planned_date" date NOT NULL,
	"funding" text,
	"funder_id" uuid,
	"cost_kip" bigint,
	"facilitators" jsonb,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "rollout_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "facilitator_trainings_facilitator" ON "facilitator_trainings" USING btree ("facilitator_id");--> statement-breakpoint
CREATE INDEX "facilitator_trainings_district" ON "facilitator_trainings" USING btree ("district_id","date");--> statement-breakpoint
CREATE INDEX "facilitators_district" ON "facilitators" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "rollout_items_year" ON "rollout_items" USING btree ("year","district_id");--> statement-breakpoint
CREATE INDEX "rollout_items_place" ON "rollout_items" USING btree ("district_id","village_id");--> statement-breakpoint
CREATE POLICY "facilitator_trainings_scope" ON "facilitator_trainings" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "facilitator_trainings_nation" ON "facilitator_trainings" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "facilitators_scope" ON "facilitators" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "facilitators_nation" ON "facilitators" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "rollout_items_scope" ON "rollout_items" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "rollout_items_nation" ON "rollout_items" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));