CREATE TABLE "budgets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"year" integer NOT NULL,
	"purpose" text NOT NULL,
	"fund_source" text NOT NULL,
	"funder_id" uuid,
	"planned_kip" bigint,
	"approved_kip" bigint,
	"disbursement_due" date,
	"disbursed_kip" bigint,
	"disbursed_on" date,
	"spent_kip" bigint,
	"source" text,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "budgets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "national_budgets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"province_id" uuid,
	"year" integer NOT NULL,
	"purpose" text NOT NULL,
	"fund_source" text NOT NULL,
	"funder_id" uuid,
	"planned_kip" bigint,
	"approved_kip" bigint,
	"disbursement_due" date,
	"disbursed_kip" bigint,
	"disbursed_on" date,
	"spent_kip" bigint,
	"source" text,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "national_budgets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partner_activities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"institution_id" uuid NOT NULL,
	"theme" text NOT NULL,
	"province_id" uuid,
	"in_district_id" uuid,
	"from_date" date NOT NULL,
	"to_date" date,
	"source" text,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "partner_activities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "national_targets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"indicator" text NOT NULL,
	"year" integer NOT NULL,
	"province_id" uuid,
	"value" double precision NOT NULL,
	"source" text NOT NULL,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "national_targets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "national_values" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"indicator" text NOT NULL,
	"province_id" uuid,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"kind" text NOT NULL,
	"value" double precision NOT NULL,
	"basis" text NOT NULL,
	"among_whom" text,
	"source" text NOT NULL,
	"verdict" text,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "national_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "from" date;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "to" date;--> statement-breakpoint
CREATE INDEX "budgets_place" ON "budgets" USING btree ("district_id","year");--> statement-breakpoint
CREATE INDEX "national_budgets_year" ON "national_budgets" USING btree ("year");--> statement-breakpoint
CREATE INDEX "partner_activities_institution" ON "partner_activities" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "national_targets_year" ON "national_targets" USING btree ("year");--> statement-breakpoint
CREATE INDEX "national_values_to" ON "national_values" USING btree ("to_date");--> statement-breakpoint
CREATE POLICY "budgets_scope" ON "budgets" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_budget_districts())::uuid[])) WITH CHECK (district_id = any((select app_budget_districts())::uuid[]));--> statement-breakpoint
CREATE POLICY "budgets_nation" ON "budgets" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_budget_nation()));--> statement-breakpoint
CREATE POLICY "national_budgets_read" ON "national_budgets" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_budget_nation()) or province_id = any((select app_budget_provinces())::uuid[]));--> statement-breakpoint
CREATE POLICY "national_budgets_write" ON "national_budgets" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_national_writer())) WITH CHECK ((select app_national_writer()));--> statement-breakpoint
CREATE POLICY "partner_activities_read" ON "partner_activities" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "partner_activities_write" ON "partner_activities" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_national_writer())) WITH CHECK ((select app_national_writer()));--> statement-breakpoint
CREATE POLICY "national_targets_read" ON "national_targets" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "national_targets_write" ON "national_targets" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_national_writer())) WITH CHECK ((select app_national_writer()));--> statement-breakpoint
CREATE POLICY "national_values_read" ON "national_values" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "national_values_write" ON "national_values" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_national_writer())) WITH CHECK ((select app_national_writer()));